import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { casesIn } from '../../support/vetted.ts';

/** A person whose papers stand in the repository as texts, and whose sheet is rendered in the long proofs. */
export interface Kind {
  readonly name: string;
  readonly case: unknown;
  readonly scheme?: string;
}

const OUTSIDE = new Map(casesIn('external.yaml').map((one) => [one.id, one]));

function outside(id: string): Kind {
  const found = OUTSIDE.get(id);
  if (!found) throw new Error(`external.yaml has no case ${id}`);
  return { name: id, case: found.case };
}

function example(name: string): Kind {
  return {
    name,
    case: parse(readFileSync(new URL(`../../../examples/${name}.yaml`, import.meta.url), 'utf8')) as unknown,
  };
}

const LONG: Kind = {
  name: 'long names and units',
  case: {
    person: {
      name: 'Công Tằng Tôn Nữ Hoàng Thị Phương Nguyệt Quỳnh Như Thảo Nguyên',
      sex: 'female',
      birth: '1972-02',
      group: 'public-employee',
      position: 'Phó Trưởng phòng Kế hoạch - Tổng hợp, Tổ chức cán bộ và Hành chính quản trị',
      unit: 'Trung tâm Ứng dụng tiến bộ khoa học và công nghệ, Tiêu chuẩn đo lường chất lượng nông nghiệp vùng Tây Bắc',
    },
    leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01', decision: '1234/QĐ-SNNMT' },
    insurance: { years: 27, months: 5 },
    salary: {
      coefficient: '4.98',
      positionAllowance: '0.4',
      overFrame: '7%',
      profession: '12%',
      responsibility: '20%',
    },
  },
};

const BILLIONS: Kind = {
  name: 'above ten billion',
  case: {
    acceptImplausible: true,
    person: { name: 'Trần Văn E', sex: 'male', birth: '1966-01-15', group: 'contract-worker' },
    leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
    insurance: { years: 22, months: 0 },
    salary: { contract: '300000000' },
  },
};

/** Official examples, then the kinds of cases that a dossier meets. */
export const KINDS: readonly Kind[] = [
  ...['cv-1814-C', 'cv-1814-M', 'cv-1814-A'].map(outside),
  ...['tt-19-example-1', 'tt-19-example-2', 'tt-19-example-3', 'tt-19-example-4', 'part-timer-12-years'].map(outside),
  ...['nd154-khong-chuyen-trach', 'nd154-nghi-huu', 'public-employee-severance', 'from-month-13'].map(example),
  ...['nd177-cho-du-tuoi', 'nd170-thoi-viec', 'top-up', 'blocked', 'nothing'].map(example),
  LONG,
  BILLIONS,
];
