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
} as const satisfies Readonly<Record<string, FailureSentences>>;
