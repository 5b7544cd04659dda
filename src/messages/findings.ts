/** Findings that the engine itself makes; those of the law stand in the rule files. */
export const FINDINGS = {
  'not-a-subject': {
    vi: 'Không thuộc đối tượng: mức độ chịu tác động "{impact}"[, lý do nghỉ "{ground}"] không có trong "{law}" ở phiên bản {version} cho nhóm này.',
    en: 'Not a subject: impact "{impact}"[ with the ground "{ground}"] is not in "{law}" in its version {version} for this group.',
  },
  'not-covered-date': {
    vi: 'Chế độ "{scheme}" không áp dụng cho ngày {date} (áp dụng từ {from}[ đến {until}]).',
    en: 'Scheme "{scheme}" does not cover {date} (it covers from {from}[ to {until}]).',
  },
  'total-limited': {
    vi: 'Tổng các khoản {sum} đồng cao hơn mức tối đa {limit} đồng: giảm {cut} đồng, trừ vào khoản cuối trước.',
    en: 'The benefits come to {sum} VND, more than the {limit} VND they may come to: {cut} VND come off, from the last line first.',
  },
  'unverified-provision': {
    vi: 'Quy định {id} ({at}) chưa được kiểm chứng nên không chi trả. Chấp nhận bằng --accept-unverified {id}.',
    en: 'Provision {id} ({at}) is not verified, so nothing is paid. Accept it with --accept-unverified {id}.',
  },
  'not-read': {
    vi: 'Hồ sơ ghi {keys}; không quy định nào của "{law}" (phiên bản {version}) dùng đến cho trường hợp này nên không ảnh hưởng kết quả. Kiểm tra lại nếu giá trị đó phải được tính.',
    en: 'The case gives {keys}; no rule of "{law}" (version {version}) reads it for a case like this, so it changes nothing. Check it if it should count.',
  },
  'component-not-counted': {
    vi: '{title} không thuộc tiền lương để tính ở phiên bản {version} của luật; không tính.',
    en: '{title} is not part of the salary in version {version} of the law; it is not counted.',
  },
  'component-read-out': {
    vi: '{title} ({key}) không tính theo cách hiểu đã chọn về danh mục tiền lương; cách hiểu khác thì có.',
    en: '{title} ({key}) is not counted under the chosen reading of the list of the salary; under another one it is.',
  },
  'decision-date-not-given': {
    vi: 'Nghỉ sau {months} tháng đầu và hồ sơ không ghi ngày quyết định cho nghỉ (leaving.decided). Nếu tính theo ngày quyết định (cách hiểu window-event=decision) kết quả có thể khác.',
    en: 'Leaving is after the first term and the day of the decision (leaving.decided) is not given. Counted by the decision (reading window-event=decision) the result may differ.',
  },
  'scheme-would-pay': {
    vi: 'Nếu áp dụng "{scheme}", số tiền là {total} đồng.',
    en: 'If "{scheme}" applied, the amount would be {total} VND.',
  },
  'limit-not-of-rank': {
    vi: 'Hồ sơ ghi hạn tuổi {limit}, hạn tuổi[ của cấp bậc "{rank}"] theo luật là {own}. Kéo dài hạn tuổi phục vụ[ không quá {years} năm] là hợp pháp nếu có quyết định; nếu không, bỏ hạn tuổi (age.limit).',
    en: 'The case states the age limit {limit}; the limit[ of rank "{rank}"] by law is {own}. Prolonged service[ of at most {years} years] is lawful with a decision; without one drop age.limit.',
  },
  'decision-after-leaving': {
    vi: 'Ngày quyết định cho nghỉ {decided} sau ngày nghỉ {date}. Kiểm tra hai ngày.',
    en: 'The decision {decided} is after the leaving date {date}. Check both.',
  },
  'implausible-accepted': {
    vi: 'Số liệu bất thường, vẫn tính theo hồ sơ: {title} {value}[, mức cao nhất {most}][, mức thấp nhất {least}][, mức của luật {only}] ({what}). Kiểm tra lại với hồ sơ gốc.',
    en: 'An implausible value, computed as it is given: {title} {value}[; the most is {most}][; the least is {least}][; the law knows {only} only] ({what}). Check it against the file.',
  },
  'name-not-of-sex': {
    vi: 'Tên "{name}" có chữ đệm "{middle}", thường là tên nữ, nhưng hồ sơ ghi giới tính nam. Tuổi nghỉ hưu của nam và nữ khác nhau: kiểm tra giới tính.',
    en: 'The name "{name}" has "{middle}" in it, mostly a woman\'s, but the case says male. Men and women retire at different ages: check the sex.',
  },
  'top-up': {
    vi: 'Cấp bù {amount} đồng: theo phiên bản {version} được {total} đồng, người nghỉ đến {since} hưởng thấp hơn thì được cấp bù phần chênh lệch.',
    en: 'Top-up of {amount} VND: the version {version} gives {total} VND, and who left by {since} for less is topped up.',
  },
  'past-before-tables': {
    vi: 'Đã đủ tuổi nghỉ hưu trước khi có bảng tuổi nghỉ hưu; số tháng quá tuổi ít nhất là {months}.',
    en: 'The retirement age was reached before the tables of ages begin; at least {months} months past it.',
  },
  raised: {
    vi: 'Đã hưởng {paid} đồng theo "{scheme}"; còn được cấp bù {due} đồng.',
    en: 'Already paid {paid} VND under "{scheme}"; {due} VND still due.',
  },
  'already-settled': {
    vi: 'Hồ sơ ghi đã hưởng chế độ "{scheme}". Một người có nhiều chính sách ở các văn bản khác nhau chỉ hưởng một chính sách cao nhất; không có quy định cấp bù cho trường hợp này. Kiểm tra lại.',
    en: 'The case says it was settled under "{scheme}". A person gets only one policy, the highest; no rule tops this case up. Check it.',
  },
  'scheme-chosen-only': { vi: 'chế độ duy nhất phù hợp', en: 'the only scheme that fits' },
  'scheme-chosen-highest': {
    vi: 'mức cao nhất trong các chế độ áp dụng (chỉ được hưởng một chính sách cao nhất)',
    en: 'the highest of the schemes that apply (only the highest is paid)',
  },
  'scheme-gives-less': { vi: 'mức hưởng {total} đồng, không cao hơn', en: 'gives {total} VND, not more' },
  'scheme-gives-nothing': { vi: 'không có khoản được hưởng', en: 'gives nothing' },
  'scheme-not-in-force': {
    vi: 'không áp dụng cho ngày nghỉ {date} (áp dụng từ {from}[ đến {until}])',
    en: 'does not cover leaving on {date} (it covers from {from}[ to {until}])',
  },
  'scheme-not-for-subject': {
    vi: 'không áp dụng cho nhóm đối tượng, mức độ chịu tác động này',
    en: 'does not cover this group and impact',
  },
  'scheme-not-early': { vi: 'người này đã quá tuổi nghỉ hưu', en: 'the person is past the retirement age' },
  'no-top-up': {
    vi: 'Không phát sinh cấp bù: phiên bản {version} cho {total} đồng, không cao hơn mức đã hưởng.',
    en: 'No top-up: the version {version} gives {total} VND, not more than was due.',
  },
} as const;

/** The stable code of a finding of the engine. */
export type EngineFindingCode = keyof typeof FINDINGS;
