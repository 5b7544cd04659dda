import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { INSPECTION, inspectionFiles } from './make-inspection.ts';

describe('the workbooks of the inspector’s walk', () => {
  it('are those that the script makes, and small', async () => {
    const files = await inspectionFiles();
    // `ND178_DOCS=write` writes them, as it writes the documents.
    if (process.env['ND178_DOCS'] === 'write') {
      mkdirSync(INSPECTION, { recursive: true });
      for (const [name, bytes] of files) writeFileSync(`${INSPECTION}/${name}`, bytes);
    }
    expect(readdirSync(INSPECTION).sort()).toEqual([...files.keys()].sort());
    let size = 0;
    for (const [name, bytes] of files) {
      size += bytes.length;
      expect(Buffer.compare(readFileSync(`${INSPECTION}/${name}`), Buffer.from(bytes)), name).toBe(0);
    }
    expect(size).toBeLessThan(200_000);
  });
});
