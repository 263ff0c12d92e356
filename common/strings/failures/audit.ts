import { type FailureSentences, say } from '../failure-sentence.ts';

/** The audit chain. */
export const auditFailures = {
  AUDIT_BROKEN: {
    person: say(
      '这台机器要核对记录。请去窗口。',
      'The records of this machine must be checked first. Please go to the window.',
    ),
    remedy: say(
      '终端照原样放着，不要删改；把 minka audit verify --json 的结果交给审计和运营方（docs/audit.md）。',
      'Leave the terminal as it is and change nothing; give the output of `minka audit verify --json` to the auditor and the operator (docs/audit.md).',
    ),
  },
  AUDIT_WITNESS: {
    person: say(
      '这台机器要核对记录。请去窗口。',
      'The records of this machine must be checked first. Please go to the window.',
    ),
    remedy: say(
      '向运营方重新导出检查点（GET /operator/v1/checkpoints），原样存成文件，再用 --against 指它。',
      'Export the checkpoints from the operator anew (GET /operator/v1/checkpoints), keep the answer as it is, and name the file with --against.',
    ),
  },
  AUDIT_FILE_MISSING: {
    person: say('没有这个文件。', 'There is no such file.'),
    remedy: say(
      '核对 --database 后面的路径；终端自己的数据库没有动过。',
      "Check the path after --database; the terminal's own database was not touched.",
    ),
  },
  AUDIT_FILE_UNREADABLE: {
    person: say('这个文件打不开。', 'This file cannot be opened.'),
    remedy: say(
      '核对路径；换过钥匙的，用 --key-file 给出当时那一把。文件没有动过，原样留着；临时目录要放得下一份副本。',
      'Check the path; where the key was changed, name the one of then with --key-file. The file was not touched: keep it. The temporary folder must hold a copy of it.',
    ),
  },
  AUDIT_KEY: {
    person: say('没有钥匙，打不开。', 'Without the key it cannot be opened.'),
    remedy: say(
      '用 --key-file 给出存钥匙的文件（64 位十六进制，本人可读），或用有钥匙的站点文件。',
      'Name the file that holds the key with --key-file (64 hex digits, readable by you), or a site profile that has one.',
    ),
  },
} as const satisfies Readonly<Record<string, FailureSentences>>;
