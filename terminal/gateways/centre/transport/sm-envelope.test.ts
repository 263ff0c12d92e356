import { describe, expect, it } from 'vitest';
import { createFamilyGate, SINGLE_URL_PATH } from '../../../../central/server/gate/families.ts';
import type { Gate } from '../../../../central/server/gate/gate.ts';
import { createSmGate, type SmKeys } from '../../../../central/server/gate/sm.ts';
import type { Request } from '../../../../central/server/message.ts';
import type { Clock } from '../../../../common/kernel/ports.ts';
import { singleUrlTransport } from './single-url.ts';
import { smTransport } from './sm-envelope.ts';
import type { SmEnvelope } from './sm-keys.ts';
import { STANDARD_PRIVATE, STANDARD_PUBLIC, STANDARD_SM4, sm2ToSelf, sm3Shared } from './testing/keys.ts';
import { messageText, type TransportProfile, utf8 } from './transport.ts';

const clock: Clock = { now: () => 1772413200999, monotonic: () => 0, after: () => () => undefined };
const random = { bytes: (length: number) => new Uint8Array(length) };
const message = {
  envelope: { infno: '2207', msgid: 'H99010100001202603020900000701', sign_no: 'S1', opter_name: '自助机七号' },
  input: '{"data":{"psn_no":"99010000000000000123","medfee_sumamt":100.00}}',
};
const answer = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: utf8('{"infcode":0,"err_msg":"","output":{"setlinfo":{"psn_no":"9901","medfee_sumamt":100.10}}}'),
};

interface Side {
  readonly transport: TransportProfile;
  readonly gate: Gate;
  readonly place: SmEnvelope['place'];
}

function sides(kind: 'SM2' | 'SM3', place: SmEnvelope['place']): Side {
  const envelope = kind === 'SM2' ? sm2ToSelf(place) : sm3Shared(place);
  const proof: SmKeys['proof'] =
    kind === 'SM2'
      ? { type: 'SM2', ownKey: STANDARD_PRIVATE, institutionKey: STANDARD_PUBLIC }
      : { type: 'SM3', secret: 'a secret of both sides' };
  const family = { kind: 'single-url', access: 'apikey', apiKey: 'K1', token: '' } as const;
  return {
    place,
    transport: smTransport(singleUrlTransport(SINGLE_URL_PATH, { kind: 'apikey', key: 'K1' }), envelope),
    gate: createSmGate(createFamilyGate(family, clock.now), { place, key: STANDARD_SM4, proof }),
  };
}

function requestOf({ transport }: Side, body: Uint8Array): Request {
  const headers = transport.headers({ number: '2207', body, clock, random });
  return { method: 'POST', path: transport.path('2207'), headers: { ...headers }, body };
}

const ALL = (['SM2', 'SM3'] as const).flatMap((kind) =>
  (['envelope', 'header'] as const).map((place) => [kind, place] as const),
);

describe.each(ALL)('%s in the %s', (kind, place) => {
  const side = sides(kind, place);
  const body = side.transport.encode(message);

  it('the centre reads what was written, and no word of it lies open', () => {
    const request = requestOf(side, body);
    expect(side.gate.admit(request)).toBeNull();
    const read: unknown = JSON.parse(Buffer.from(side.gate.open(request) ?? []).toString('utf8'));
    expect(read).toMatchObject(JSON.parse(messageText(message)));
    expect(Buffer.from(body).toString('utf8')).not.toContain('99010000000000000123');
  });

  it('amounts keep their places on the way there and back', () => {
    expect(Buffer.from(side.gate.open(requestOf(side, body)) ?? []).toString('utf8')).toContain('100.00');
    const sealed = side.gate.seal(answer);
    expect(Buffer.from(sealed.body).toString('utf8')).not.toContain('100.10');
    const text = side.transport.decode(sealed.body, sealed.headers);
    expect(text.ok && text.value).toContain('"medfee_sumamt":100.10');
  });

  it('an answer without output is proved too', () => {
    const sealed = side.gate.seal({ ...answer, body: utf8('{"infcode":-1,"err_msg":"余额不足","output":null}') });
    const text = side.transport.decode(sealed.body, sealed.headers);
    expect(text.ok && text.value).toContain('余额不足');
  });

  it('one byte changed on the way: the centre does not take it, the terminal does not believe it', () => {
    for (let at = 3; at < body.length; at += 17) {
      // A header's proof was made over the true bytes.
      const changed = Uint8Array.from(body, (byte, i) => (i === at ? (byte === 90 ? 89 : 90) : byte));
      const request = { ...requestOf(side, body), body: changed };
      if (!Buffer.from(changed).equals(body)) expect(side.gate.admit(request)?.status, `byte ${at}`).toBe(401);
    }
    const sealed = side.gate.seal(answer);
    const last = sealed.body.length - 12;
    const changed = Uint8Array.from(sealed.body, (byte, i) => (i === last ? (byte === 90 ? 89 : 90) : byte));
    expect(side.transport.decode(changed, sealed.headers)).toEqual({ ok: false, error: 'unparsable' });
  });

  it('what nobody proved is no answer: the plain one, a page, nothing', () => {
    for (const plain of [answer.body, utf8('<html>busy</html>'), new Uint8Array(), utf8('null'), utf8('[1]')]) {
      expect(side.transport.decode(plain, answer.headers)).toEqual({ ok: false, error: 'unparsable' });
    }
  });
});

describe('what is stored is what goes out', () => {
  it('a header is made anew over the same bytes; the bytes are not', () => {
    const side = sides('SM2', 'header');
    const body = side.transport.encode(message);
    const copy = Uint8Array.from(body);
    const [first, second] = [requestOf(side, body), requestOf(side, copy)];
    expect(first.headers['cainfo']).not.toBe(second.headers['cainfo']);
    expect([side.gate.admit(first), side.gate.admit(second)]).toEqual([null, null]);
  });

  it('the envelope names its kind and carries the proof, as the standard’s fields have it', () => {
    const fields: unknown = JSON.parse(
      Buffer.from(sides('SM2', 'envelope').transport.encode(message)).toString('utf8'),
    );
    expect(fields).toMatchObject({ ...message.envelope, signtype: 'SM2', enc_type: 'SM4' });
    expect(fields).toHaveProperty('cainfo', expect.stringMatching(/^[0-9a-f]{128}$/));
  });
});
