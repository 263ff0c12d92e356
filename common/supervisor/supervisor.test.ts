import { describe, expect, it } from 'vitest';
import { manualClock } from '../rpc/testing/manual-clock.ts';
import { LIMITS, type PartName } from './limits.ts';
import type { Beat, Decision } from './part.ts';
import { createSupervisor } from './supervisor.ts';

/** Three parts that do what they are told: started ones serve at once, killed ones die at once. */
function bench({ screen = true, obedient = true } = {}) {
  const clock = manualClock();
  const did: string[] = [];
  const decisions: Decision[] = [];
  const ups: string[] = [];
  const part = (name: PartName) => ({
    start(quiet: boolean) {
      did.push(`start ${name}${quiet ? ' quiet' : ''}`);
      if (obedient && name !== 'screen') supervisor.up(name);
    },
    kill() {
      did.push(`kill ${name}`);
      if (obedient) supervisor.died(name);
    },
  });
  const parts = { terminal: part('terminal'), host: part('host'), screen: screen ? part('screen') : null };
  const onDecision = (d: Decision): void => {
    if (d.kind === 'up') ups.push(`${d.part} after ${d.afterMs}`);
    else decisions.push(d);
  };
  const supervisor = createSupervisor({ clock, limits: LIMITS, parts, onDecision });
  for (const name of ['host', 'terminal', 'screen'] as const) supervisor.begin(name);
  did.length = 0;
  /** Time passes; the terminal beats at each step, unless it is silent. */
  const pass = (ms: number, beat: Partial<Beat> | 'silent' = {}): void => {
    for (let left = ms; left > 0; left -= 500) {
      clock.advance(Math.min(500, left));
      if (beat !== 'silent') supervisor.beat({ settlementOpen: false, renderedAgoMs: 0, ...beat });
    }
  };
  return { clock, did, decisions, ups, supervisor, pass };
}

describe('the terminal', () => {
  it('is left alone while it beats', () => {
    const { did, pass } = bench();
    pass(3_600_000);
    expect(did).toEqual([]);
  });

  it('is started again at once when it dies', () => {
    const { did, decisions, pass, supervisor } = bench();
    pass(1000);
    supervisor.died('terminal');
    expect(did).toEqual(['start terminal']);
    expect(decisions).toEqual([{ kind: 'restart', part: 'terminal', why: 'died', crashes: 1, inMs: 0 }]);
  });

  it.each([false, true])('is killed and started again after 4 s of silence (settlement open: %s)', (settlementOpen) => {
    const { did, pass } = bench();
    pass(1000, { settlementOpen });
    pass(4000, 'silent');
    expect(did).toEqual([]);
    pass(1000, 'silent');
    expect(did.slice(0, 2)).toEqual(['kill terminal', 'start terminal']);
  });

  it('gets the time that the supervisor itself slept', () => {
    const { did, pass, clock } = bench();
    pass(1000);
    clock.advance(60_000);
    pass(3000, 'silent');
    expect(did).toEqual([]);
    pass(2000, 'silent');
    expect(did[0]).toBe('kill terminal');
  });

  it('is killed when it does not come up', () => {
    const { did, pass } = bench({ obedient: false });
    pass(20_000, 'silent');
    expect(did).toEqual([]);
    pass(500, 'silent');
    expect(did).toContain('kill terminal');
  });
});

describe('the screen', () => {
  it('is started again after 3.5 s without proof, and the terminal is not', () => {
    const { did, pass } = bench();
    pass(2000);
    for (let ago = 500; ago <= 3500; ago += 500) pass(500, { renderedAgoMs: ago });
    expect(did).toEqual([]);
    pass(500, { renderedAgoMs: 4000 });
    pass(500, { renderedAgoMs: 4500 });
    expect(did).toEqual(['kill screen', 'start screen']);
  });

  it('that never proves itself goes after 15 s; the next one takes the terminal along', () => {
    const { did, pass } = bench();
    pass(15_000, { renderedAgoMs: null });
    expect(did).toEqual([]);
    pass(1000, { renderedAgoMs: null });
    expect(did).toEqual(['kill screen', 'start screen']);
    pass(16_500, { renderedAgoMs: null });
    expect(did.slice(2, 4)).toEqual(['kill terminal', 'start terminal']);
  });

  it('never takes the terminal along while a settlement is open', () => {
    const { did, pass } = bench();
    pass(50_000, { renderedAgoMs: null, settlementOpen: true });
    expect(did.filter((each) => each.endsWith('terminal'))).toEqual([]);
    expect(did.filter((each) => each === 'start screen').length).toBeGreaterThanOrEqual(2);
  });

  it('is not blamed for a terminal that is away', () => {
    const { did, pass, supervisor } = bench();
    pass(2000);
    for (let i = 0; i < 8; i++) pass(500, 'silent');
    supervisor.died('terminal');
    pass(8000, { renderedAgoMs: null });
    expect(did).toEqual(['start terminal']);
  });

  it('is not started where it is not ours', () => {
    const { did, pass } = bench({ screen: false });
    pass(60_000, { renderedAgoMs: null });
    expect(did).toEqual([]);
  });

  it('does not live on the proof of the one before', () => {
    const { did, pass, supervisor } = bench();
    pass(2000);
    supervisor.died('screen');
    // The terminal still counts from the old one's last frame.
    for (let ago = 500; ago <= 16_500; ago += 500) pass(500, { renderedAgoMs: ago });
    expect(did).toEqual(['start screen', 'kill screen', 'start screen']);
  });
});

describe('a request for a new device host', () => {
  it('that fell silent is followed at any time, and counts', () => {
    const { did, decisions, pass, supervisor } = bench();
    pass(1000, { settlementOpen: true });
    expect(supervisor.replace('host', 'hung')).toBe(true);
    expect(did).toEqual(['kill host', 'start host']);
    expect(decisions).toMatchObject([{ part: 'host', why: 'hung', crashes: 1 }]);
  });

  it('that still answers waits for an open settlement, three minutes at most, and does not count', () => {
    const { did, pass, supervisor } = bench();
    pass(1000, { settlementOpen: true });
    expect(supervisor.replace('host', 'asked')).toBe(false);
    pass(180_000, { settlementOpen: true });
    expect(supervisor.replace('host', 'asked')).toBe(true);
    for (let i = 0; i < 20; i++) supervisor.replace('host', 'asked');
    expect(did.at(-1)).toBe('start host');
    expect(supervisor.quiet()).toBeNull();
  });
});

describe('five crashes in ten minutes', () => {
  it.each(['terminal', 'host', 'screen'] as const)(
    'of the %s end in the quiet page, and nothing starts again',
    (name) => {
      const { did, decisions, pass, supervisor } = bench();
      for (let i = 0; i < 5; i++) {
        pass(4000);
        supervisor.died(name);
      }
      expect(decisions.map((d) => (d.kind === 'restart' ? d.inMs : d.kind))).toEqual([0, 500, 1000, 2000, 'quiet']);
      expect(supervisor.quiet()).toBe(name);
      expect(did.at(-1)).toBe('start screen quiet');
      did.length = 0;
      for (const each of ['terminal', 'host', 'screen'] as const) supervisor.died(each);
      pass(1_200_000, 'silent');
      expect(did).toEqual([]);
      expect(supervisor.replace('host', 'hung')).toBe(false);
    },
  );

  it('by silence too: the fifth hung terminal is killed and stays dead', () => {
    const { did, pass, supervisor } = bench();
    pass(60_000, 'silent');
    expect(did.filter((each) => each === 'kill terminal')).toHaveLength(5);
    expect(did.filter((each) => each === 'start terminal')).toHaveLength(4);
    expect(supervisor.quiet()).toBe('terminal');
    expect(did).toContain('start screen quiet');
  });

  it('four of one and four of another go on; so do five over more than ten minutes', () => {
    const { pass, supervisor } = bench();
    for (let i = 0; i < 4; i++) {
      pass(4000);
      supervisor.died('terminal');
      supervisor.died('host');
    }
    expect(supervisor.quiet()).toBeNull();
    pass(600_000);
    for (let i = 0; i < 12; i++) {
      supervisor.died('terminal');
      pass(150_500);
    }
    expect(supervisor.quiet()).toBeNull();
  });
});

it('says how long a part was away', () => {
  const { ups, pass, supervisor } = bench();
  pass(2000);
  expect(ups).toEqual(['host after 0', 'terminal after 0', 'screen after 500']);
  ups.length = 0;
  supervisor.died('host');
  supervisor.died('host');
  supervisor.died('screen');
  pass(2000);
  expect(ups).toEqual(['host after 0', 'host after 500', 'screen after 500']);
});

it('starts nothing after it was stopped', () => {
  const { did, pass, supervisor } = bench();
  supervisor.died('host');
  supervisor.died('host');
  did.length = 0;
  supervisor.stop();
  supervisor.died('terminal');
  pass(60_000, 'silent');
  expect(did).toEqual([]);
});
