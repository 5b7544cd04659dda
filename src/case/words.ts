import type { Words } from '../base/text.ts';

/** A word of an enumeration: how the contract writes it, its name in a cell, and other ways people write it. */
export interface Word {
  readonly word: string;
  readonly title: Words;
  /** What a sentence calls it, where the name in a cell is shorter. */
  readonly said?: Words;
  readonly others: readonly string[];
}

/** The words of the enumerations that do not depend on the law, by the key of the case. */
export const CASE_WORDS: Readonly<Record<string, readonly Word[]>> = {
  'person.sex': [
    { word: 'male', title: { vi: 'nam', en: 'male' }, others: ['M', 'ông', 'nam giới', 'trai'] },
    { word: 'female', title: { vi: 'nữ', en: 'female' }, others: ['F', 'bà', 'nữ giới', 'gái'] },
  ],
  'leaving.impact': [
    {
      word: 'direct',
      title: { vi: 'trực tiếp', en: 'direct' },
      said: { vi: 'chịu tác động trực tiếp', en: 'directly affected' },
      others: ['tác động trực tiếp', 'bị tác động trực tiếp'],
    },
    {
      word: 'indirect',
      title: { vi: 'gián tiếp', en: 'indirect' },
      said: { vi: 'không chịu tác động trực tiếp', en: 'not directly affected' },
      others: ['tác động gián tiếp', 'chịu tác động gián tiếp', 'không trực tiếp'],
    },
    {
      word: 're-election',
      title: { vi: 'không tái cử', en: 'not re-elected' },
      said: { vi: 'không đủ tuổi tái cử, tái bổ nhiệm', en: 'too old for re-election' },
      others: ['không đủ tuổi tái cử', 'không đủ điều kiện tái cử', 'không đủ điều kiện về tuổi tái cử'],
    },
  ],
  'leaving.blocked': [
    { word: 'none', title: { vi: 'không', en: 'none' }, others: ['không có', 'no', '0'] },
    {
      word: 'pregnancy-or-small-child',
      title: { vi: 'mang thai hoặc nuôi con nhỏ', en: 'pregnancy or small child' },
      said: { vi: 'mang thai, thai sản, nuôi con nhỏ', en: 'pregnancy, maternity or a small child' },
      others: [
        'mang thai',
        'thai sản',
        'nuôi con nhỏ',
        'nuôi con dưới 36 tháng',
        'mang thai, nghỉ thai sản, nuôi con dưới 36 tháng tuổi',
      ],
    },
    {
      word: 'discipline-or-inspection',
      title: { vi: 'đang xem xét kỷ luật hoặc thanh tra', en: 'discipline or inspection' },
      said: { vi: 'đang xem xét kỷ luật, truy cứu, thanh tra', en: 'discipline, prosecution or inspection' },
      others: [
        'kỷ luật',
        'kỉ luật',
        'thanh tra',
        'đang xem xét kỷ luật',
        'đang bị thanh tra',
        'truy cứu trách nhiệm hình sự',
      ],
    },
  ],
  'leaving.ground': [
    {
      word: 'reorganisation',
      title: { vi: 'sắp xếp tổ chức', en: 'reorganisation' },
      said: { vi: 'do sắp xếp tổ chức bộ máy', en: 'reorganisation' },
      others: ['sắp xếp', 'sắp xếp tổ chức bộ máy', 'dôi dư do sắp xếp', 'sáp nhập', 'sắp xếp đơn vị hành chính'],
    },
    {
      word: 'job-position',
      title: { vi: 'cơ cấu lại theo vị trí việc làm', en: 'job-position review' },
      others: ['vị trí việc làm', 'dôi dư do cơ cấu lại', 'cơ cấu lại', 'theo vị trí việc làm'],
    },
    {
      word: 'standard',
      title: { vi: 'chưa đạt trình độ theo tiêu chuẩn', en: 'below the standard of the post' },
      others: ['chưa đạt chuẩn', 'chưa đạt trình độ', 'không đạt chuẩn'],
    },
    {
      word: 'quality',
      title: { vi: 'xếp loại chất lượng, kỷ luật', en: 'quality of work or discipline' },
      others: ['xếp loại chất lượng', 'không hoàn thành nhiệm vụ', 'hoàn thành nhiệm vụ ở mức'],
    },
    {
      word: 'health',
      title: { vi: 'sức khỏe', en: 'health' },
      others: ['ốm đau', 'sức khoẻ', 'không bảo đảm sức khỏe', 'không đủ sức khỏe'],
    },
    {
      word: 'leadership',
      title: { vi: 'thôi giữ chức vụ lãnh đạo', en: 'leadership post ended or lowered' },
      others: ['thôi chức vụ', 'thôi giữ chức vụ', 'giữ chức vụ thấp hơn', 'thôi lãnh đạo, quản lý'],
    },
    {
      word: 'wish',
      title: { vi: 'theo nguyện vọng', en: 'own wish' },
      others: ['nguyện vọng cá nhân', 'tự nguyện thôi việc', 'theo nguyện vọng cá nhân'],
    },
  ],
  'leaving.programme': [
    {
      word: 'school-merger',
      title: {
        vi: 'sắp xếp cơ sở giáo dục (Nghị quyết 37/2026/NQ-CP)',
        en: 'school mergers (Resolution 37/2026/NQ-CP)',
      },
      others: ['sáp nhập trường', 'sắp xếp trường học', 'sáp nhập trường học', 'sắp xếp cơ sở giáo dục'],
    },
  ],
  'person.paidLike': [
    { word: 'civil', title: { vi: 'công chức, viên chức', en: 'civil staff' }, others: ['dân sự', 'công chức'] },
    {
      word: 'army',
      title: { vi: 'quân nhân', en: 'soldiers' },
      others: ['quân đội', 'như quân nhân', 'hưởng lương như quân nhân', 'sĩ quan quân đội'],
    },
    { word: 'police', title: { vi: 'công an', en: 'police' }, others: ['như công an', 'công an nhân dân'] },
  ],
  'age.schedule': [
    {
      word: 'normal',
      title: { vi: 'bình thường', en: 'normal' },
      said: { vi: 'điều kiện lao động bình thường', en: 'normal' },
      others: ['Phụ lục I', 'PL I', 'điều kiện bình thường'],
    },
    { word: 'reduced', title: { vi: 'thấp hơn', en: 'reduced' }, others: ['Phụ lục II', 'PL II', 'tuổi thấp hơn'] },
    {
      word: 'limit',
      title: { vi: 'hạn tuổi', en: 'age limit' },
      said: { vi: 'hạn tuổi phục vụ', en: 'service age limit' },
      others: ['hạn tuổi cao nhất'],
    },
  ],
};

/** The words of truth values. */
export const FLAG_WORDS: readonly Word[] = [
  { word: 'true', title: { vi: 'có', en: 'yes' }, others: ['x', 'đúng', 'true', '1', 'y', 'đủ'] },
  { word: 'false', title: { vi: 'không', en: 'no' }, others: ['sai', 'false', '0', 'n', 'chưa', 'không đủ'] },
];

/** The route of a case that names none. */
export const AUTO_ROUTE: Word = {
  word: 'auto',
  title: { vi: 'tự xác định', en: 'automatic' },
  others: ['tự động', 'chưa rõ'],
};

/** How people shorten the names of routes; their full names stand in the law. */
export const ROUTE_WORDS: Readonly<Record<string, readonly string[]>> = {
  'early-retirement': [
    'hưu trước tuổi',
    'nghỉ hưu',
    'nghỉ hưu sớm',
    'về hưu trước tuổi',
    'hưu',
    'hưu sớm',
    'về hưu',
    'về hưu sớm',
    'hưu TT',
    'nghỉ hưu TT',
    'NHTT',
    'HTT',
    'nghỉ HTT',
    'chính sách nghỉ hưu trước tuổi',
    'chế độ nghỉ hưu trước tuổi',
    'chế độ hưu trước tuổi',
    'cho nghỉ hưu trước tuổi',
    'nghỉ hưu trước tuổi hưởng lương hưu ngay',
  ],
  severance: [
    'thôi việc',
    'nghỉ thôi việc ngay',
    'thôi việc ngay',
    'thôi',
    'nghỉ thôi',
    'cho thôi việc',
    'chính sách nghỉ thôi việc',
    'chính sách thôi việc',
    'chế độ nghỉ thôi việc',
    'chế độ thôi việc',
    'TV',
    'NTV',
  ],
};

/**
 * How people shorten the names of groups; their full names stand in the law. What may be said of two groups stands
 * under both, and is refused with both names.
 */
export const GROUP_WORDS: Readonly<Record<string, readonly string[]>> = {
  cadre: ['CB', ...ofLevels('cán bộ', 'CB'), ...stateStaff(), ...allStaff()],
  'civil-servant': [
    'CC',
    'C.chức',
    'công chức hành chính',
    'công chức nhà nước',
    'công chức lãnh đạo',
    'công chức quản lý',
    'công chức lãnh đạo, quản lý',
    ...ofLevels('công chức', 'CC'),
    ...stateStaff(),
    ...allStaff(),
  ],
  'public-employee': [
    'VC',
    'V.chức',
    'viên chức sự nghiệp',
    'viên chức quản lý',
    ...ofLevels('viên chức', 'VC'),
    ...allStaff(),
  ],
  'contract-worker': ['HĐLĐ', 'HĐ', 'LĐHĐ', 'NLĐ HĐ', 'lao động hợp đồng', 'hợp đồng lao động', 'hợp đồng'],
  'commune-cadre': ['cán bộ xã', 'CB xã', 'CB cấp xã', 'CBX', ...communeStaff()],
  'commune-civil-servant': ['công chức xã', 'CC xã', 'CC cấp xã', 'CCX', ...communeStaff()],
  'association-staff': ['hội quần chúng', 'người làm việc tại hội quần chúng'],
  'army-officer': ['SQ quân đội', 'SQQĐ', 'SQ QĐ'],
  'professional-soldier': ['QNCN'],
  'defence-worker': ['CNQP', 'CN quốc phòng'],
  'defence-employee': ['VCQP', 'VC quốc phòng'],
  'police-officer': ['SQ công an', 'SQCA', 'sĩ quan công an', 'hạ sĩ quan công an', 'HSQ công an'],
  'police-worker': ['CNCA', 'CN công an'],
  cipher: ['cơ yếu'],
  'commune-part-time': [
    'không chuyên trách cấp xã',
    'không chuyên trách xã',
    'không chuyên trách ở cấp xã',
    'hoạt động không chuyên trách cấp xã',
    'người hoạt động không chuyên trách ở cấp xã',
    'cán bộ không chuyên trách cấp xã',
    'KCT xã',
    'KCT cấp xã',
    'CBKCT xã',
    'NHĐKCT xã',
    'NHĐKCT cấp xã',
    ...partTime(),
  ],
  'village-part-time': [
    'không chuyên trách thôn',
    'không chuyên trách ở thôn',
    'không chuyên trách tổ dân phố',
    'không chuyên trách ở thôn, tổ dân phố',
    'không chuyên trách thôn, tổ dân phố',
    'hoạt động không chuyên trách ở thôn, tổ dân phố',
    'người hoạt động không chuyên trách ở thôn',
    'người hoạt động không chuyên trách ở tổ dân phố',
    'KCT thôn',
    'KCT ở thôn',
    'KCT tổ dân phố',
    'KCT TDP',
    'KCT thôn, TDP',
    'NHĐKCT thôn',
    ...partTime(),
  ],
};

/** The levels above the commune, whose staff the law calls by no name of their own. */
function ofLevels(...names: readonly string[]): string[] {
  const levels = ['cấp tỉnh', 'cấp huyện', 'cấp trung ương', 'tỉnh', 'huyện', 'trung ương'];
  return names.flatMap((name) => levels.map((level) => `${name} ${level}`));
}

/** Said of cadres and civil servants alike (cán bộ, công chức). */
function stateStaff(): string[] {
  return ['CBCC', 'CB, CC', 'cán bộ, công chức', 'cán bộ công chức', 'cán bộ và công chức'];
}

/** Said of cadres, civil servants and public employees alike (cán bộ, công chức, viên chức). */
function allStaff(): string[] {
  return ['CBCCVC', 'CB, CC, VC', 'cán bộ, công chức, viên chức'];
}

/** Said of cadres and civil servants of communes alike (cán bộ, công chức cấp xã). */
function communeStaff(): string[] {
  return [
    'CBCC xã',
    'CBCC cấp xã',
    'CBCCX',
    'CB, CC xã',
    'CB, CC cấp xã',
    'cán bộ, công chức xã',
    'cán bộ, công chức cấp xã',
  ];
}

/** Said of part-timers of communes and of villages alike. */
function partTime(): string[] {
  return ['KCT', 'NHĐKCT', 'không chuyên trách', 'hoạt động không chuyên trách', 'người hoạt động không chuyên trách'];
}

/** What a sentence calls a word of the case; the word itself where it has no name. */
export function caseWord(key: string, word: string): Words {
  const found = CASE_WORDS[key]?.find((one) => one.word === word);
  return found?.said ?? found?.title ?? { vi: word, en: word };
}
