import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { hostname } from 'node:os';
import { describe, expect, it, vi } from 'vitest';
import { loadState, runFiles, saveState, type RunState } from '../../../cli/batch/state.ts';
import { removedOnSignal, stoppedOnSignal } from '../../../cli/files/leaving.ts';
import { lockOutput } from '../../../cli/files/lock.ts';
import { outputPlace, writeOutput } from '../../../cli/files/output-file.ts';
import { FileWriter } from '../../../cli/files/writer.ts';
import type { FileRefused } from '../../../src/messages/refused.ts';
import { command, testFolder } from '../../support/table.ts';

/** Nothing that stands beside an output is lost, mixed up or taken on trust. */

const file = testFolder();
const HEAD =
  'id,person.sex,person.birth,person.group,leaving.route,leaving.date,leaving.reorganisation,insurance.years,salary.monthly';
const PERSON = 'male,1966-01-15,civil-servant,auto,2025-05-01,2025-03-01,22,15000000';
const table = [HEAD, `P1,${PERSON}`, `P2,${PERSON}`, ''].join('\n');
const input = file('in.csv', table);
const batch = (to: string, ...more: string[]) => command('batch', input, '-o', to, '--lang', 'en', ...more);

describe('a file under way', () => {
  const code = (error: unknown): unknown => (error as { code?: unknown }).code;

  it('that vanished or was replaced is not put in its place', async () => {
    for (const harm of [
      (path: string) => rmSync(path),
      (path: string) => {
        writeFileSync(`${path}-2`, 'abc');
        renameSync(`${path}-2`, path);
      },
    ]) {
      const path = file('under-way');
      const writer = await FileWriter.create(path);
      await writer.write(Buffer.from('abc'));
      harm(path);
      expect(await writer.moveTo(file('placed')).catch(code)).toBe('EREPLACED');
      expect(existsSync(file('placed'))).toBe(false);
      const other = existsSync(path);
      await writer.remove();
      // What is somebody else's is not removed.
      expect(existsSync(path)).toBe(other);
      rmSync(path, { force: true });
    }
  });

  it('is written whole, however little the system takes at a time', async () => {
    const probe = await open(file('probe'), 'w');
    const prototype = Object.getPrototypeOf(probe) as typeof probe;
    await probe.close();
    const write = prototype.write as (...args: unknown[]) => Promise<{ bytesWritten: number }>;
    const little = vi.spyOn(prototype, 'write') as unknown as {
      mockImplementation(one: unknown): void;
      mockRestore(): void;
    };
    little.mockImplementation(function (this: unknown, bytes: Uint8Array, at: number, length: number, place: number) {
      return write.call(this, bytes, at, Math.min(length, 1000), place);
    });
    for (const to of ['little.csv', 'little.xlsx']) expect((await batch(file(to))).code).toBe(0);
    little.mockImplementation(() => Promise.resolve({ bytesWritten: 0 }));
    expect(await batch(file('none.csv'))).toMatchObject({ code: 1, err: expect.stringContaining('did not take all') });
    little.mockRestore();
    for (const to of ['little.csv', 'little.xlsx']) {
      expect((await batch(file(`whole-${to}`))).code).toBe(0);
      expect(readFileSync(file(to)).equals(readFileSync(file(`whole-${to}`)))).toBe(true);
    }
    expect(existsSync(file('none.csv'))).toBe(false);
  });

  it('that holds something else than was written is not put in its place', async () => {
    const path = file('holed');
    const writer = await FileWriter.create(path);
    await writer.write(Buffer.from('abc'));
    writeFileSync(path, 'a\u0000c');
    expect(await writer.moveTo(file('placed')).catch(code)).toBe('EIO');
    await writer.remove();
  });

  it('that holds more or less than was written is not put in its place', async () => {
    const path = file('longer');
    const writer = await FileWriter.create(path);
    await writer.write(Buffer.from('abc'));
    appendFileSync(path, 'd');
    expect(await writer.moveTo(file('placed')).catch(code)).toBe('EIO');
    await writer.remove();
  });

  it('ends a command with exit code 1, what stood there before, and the way out', async () => {
    const to = file('stood.csv', 'before');
    const failed = writeOutput(to, async (sink) => {
      await sink.write(Buffer.from('abc'));
      rmSync(`${to}.nd178-new`);
    });
    const error: unknown = await failed.catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'write-failed' });
    expect((error as FileRefused).text('en')).toContain('Keep other programs out of this folder');
    expect(readFileSync(to, 'utf8')).toBe('before');
  });
});

describe('what an interrupted run has kept', () => {
  it('is for its owner alone, and no link is followed', async () => {
    const to = file('links.csv');
    const files = runFiles(to);
    const others = file('others', 'of somebody else');
    await saveState(files.state, {} as RunState);
    expect(statSync(files.state).mode & 0o777).toBe(0o600);
    rmSync(files.state);
    for (const path of [`${files.state}-new`, files.state, files.part, files.people]) symlinkSync(others, path);
    expect(await loadState(files.state)).toBe(undefined);
    expect((await batch(to, '--resume')).code).toBe(0);
    symlinkSync(others, `${to}.nd178-lock`);
    expect((await batch(to)).code).toBe(3);
    rmSync(`${to}.nd178-lock`);
    expect(readFileSync(others, 'utf8')).toBe('of somebody else');
    const unlock = await lockOutput(await outputPlace(to));
    expect(statSync(`${to}.nd178-lock`).mode & 0o777).toBe(0o600);
    await unlock();
    expect(lstatSync(to).isFile()).toBe(true);
  });
});

describe('a signal', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s removes temporary folders and ends the program', (signal) => {
    const [gone, stays] = [file(`gone-${signal}`), file(`stays-${signal}`)];
    for (const path of [gone, stays]) {
      mkdirSync(path);
      writeFileSync(`${path}/book.xlsx`, '');
    }
    const before = process.listenerCount(signal);
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    removedOnSignal(gone);
    removedOnSignal(stays)();
    process.emit(signal, signal);
    expect(kill.mock.calls).toEqual([[process.pid, signal]]);
    kill.mockRestore();
    expect([existsSync(gone), existsSync(stays), process.listenerCount(signal)]).toEqual([false, true, before]);
  });

  it('first stops a run, which then ends by itself', () => {
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    const stop = vi.fn();
    const end = stoppedOnSignal(stop);
    process.emit('SIGTERM', 'SIGTERM');
    expect([stop.mock.calls.length, kill.mock.calls.length]).toEqual([1, 0]);
    process.emit('SIGTERM', 'SIGTERM');
    expect([stop.mock.calls.length, kill.mock.calls.length]).toEqual([1, 1]);
    end();
    kill.mockRestore();
  });

  it.each([
    ['a run that was stopped and has ended is left alone', true, 0],
    ['a run that does not end by itself is ended after a while', false, 1],
  ])('%s', (_, ends, kills) => {
    vi.useFakeTimers();
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    const end = stoppedOnSignal(vi.fn());
    process.emit('SIGTERM', 'SIGTERM');
    if (ends) end();
    vi.advanceTimersByTime(60_000);
    expect(kill).toHaveBeenCalledTimes(kills);
    end();
    kill.mockRestore();
    vi.useRealTimers();
  });
});

describe('an input that bears a name of the program', () => {
  const names = ['-part', '-people', '-state', '-state-new', '-lock', '-lock-old', '-book', '-new'];

  it.each(names)('%s is refused and stays', async (end) => {
    const own = file(`own.ndjson.nd178${end}`, table);
    const to = file('own.ndjson');
    symlinkSync(own, file(`link${end}.csv`));
    for (const from of [own, file(`link${end}.csv`)])
      for (const args of [
        ['batch', from, '--from', 'csv', '-o', to],
        ['replay', from, '--chain', to],
        ['audit', from, '--format', 'json', '-o', to],
      ]) {
        const { code, err } = await command(...args, '--lang', 'en');
        expect([code, err]).toEqual([3, expect.stringContaining('Rename the input or the output')]);
      }
    expect(readFileSync(own, 'utf8')).toBe(table);
    rmSync(own);
  });

  it('no source of an audit is written over by the copy of another', async () => {
    for (const folder of ['a', 'b']) {
      mkdirSync(file(folder));
      writeFileSync(file(`${folder}/unit.xlsx`), readFileSync('test/audit/fixtures/words.xlsx'));
    }
    const before = readFileSync(file('b/unit.xlsx'));
    const { code } = await command('audit', file('a/unit.xlsx'), file('b/unit.xlsx'), '-o', file('b'));
    expect(code).toBe(3);
    expect(readFileSync(file('b/unit.xlsx')).equals(before)).toBe(true);
    expect(readdirSync(file('b'))).toEqual(['unit.xlsx']);
  });
});

describe('the lock of an output', () => {
  it('older than the machine seems to run, after its clock has jumped, still holds', async () => {
    const to = file('jumped.csv');
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    try {
      writeFileSync(`${to}.nd178-lock`, JSON.stringify({ process: other.pid, host: hostname() }));
      utimesSync(`${to}.nd178-lock`, 0, 0);
      expect((await batch(to)).code).toBe(3);
      rmSync(`${to}.nd178-lock`);
    } finally {
      other.kill();
    }
  });

  it.skipIf(process.platform !== 'linux')(
    'of an earlier run of the machine, or of an earlier process, is taken over',
    async () => {
      const to = file('earlier.csv');
      for (const more of [{ boot: 'another' }, { started: '1' }]) {
        const holder = { process: process.ppid, host: hostname(), ...more };
        writeFileSync(`${to}.nd178-lock`, JSON.stringify(holder));
        expect((await batch(to)).code, JSON.stringify(more)).toBe(0);
      }
    },
  );

  it('that a full disk has left empty is taken over', async () => {
    const to = file('empty.csv');
    writeFileSync(`${to}.nd178-lock`, '');
    expect((await batch(to)).code).toBe(0);
    expect(existsSync(`${to}.nd178-lock`)).toBe(false);
  });

  it('of another run, which took it over, is not removed', async () => {
    const to = file('taken.csv');
    const unlock = await lockOutput(await outputPlace(to));
    writeFileSync(`${to}.nd178-lock`, 'of another');
    await unlock();
    expect(readFileSync(`${to}.nd178-lock`, 'utf8')).toBe('of another');
  });
});
