import type { JSX } from 'preact';
import type { Lang, Words } from '../../src/base/text.ts';
import { caseKey } from '../../src/case/keys.ts';
import type { Word } from '../../src/case/words.ts';
import { coefficientOf } from '../../src/engine/salary/pay-scale.ts';
import { formatNumber } from '../../src/explanation/format.ts';
import { mainScheme } from '../../src/law/act.ts';
import type { Law } from '../../src/law/law.ts';
import type { PayScaleProvision } from '../../src/law/provision.ts';
import { SALARY_FORMS, type SalaryForm } from '../form/fields.ts';
import { sayIn } from '../words.ts';

/** Chooses how the salary is given. */
export function SalaryChoice(props: {
  readonly form: SalaryForm;
  readonly lang: Lang;
  readonly set: (form: SalaryForm) => void;
}): JSX.Element {
  const say = sayIn(props.lang);
  const title = (form: SalaryForm): string =>
    form === 'scale' ? say('byScale') : lower(caseKey(SALARY_FORMS[form][0] ?? '')?.title[props.lang] ?? form);
  return (
    <fieldset class="choice">
      <legend>{say('salaryHow')}</legend>
      {(Object.keys(SALARY_FORMS) as SalaryForm[]).map((form) => (
        <label key={form}>
          <input type="radio" name="salary-form" checked={props.form === form} onChange={() => props.set(form)} />
          {title(form)}
        </label>
      ))}
    </fieldset>
  );
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The pay scales of the law as it stands last (bảng lương). */
function payScales(law: Law): readonly PayScaleProvision[] {
  const scheme = mainScheme(law.schemes.values());
  const found = law.at(scheme, law.versions(scheme).at(-1)?.date ?? '');
  return found.ok ? found.value.rules('pay-scale').map(({ provision }) => provision) : [];
}

/** The words of the fields of grade and step (ngạch, bậc): the steps with the coefficients that they give. */
export function scaleWords(law: Law, scale: string): ReadonlyMap<string, readonly Word[]> {
  const scales = payScales(law);
  const chosen = scales.find((one) => one.scale === scale.trim().toUpperCase());
  const step = (at: number, provision: PayScaleProvision): Words => {
    const coefficient = coefficientOf(provision, at);
    return { vi: `${at} (${formatNumber(coefficient, 'vi')})`, en: `${at} (${formatNumber(coefficient, 'en')})` };
  };
  const steps = chosen ? Array.from({ length: chosen.steps }, (_, at) => at + 1) : [];
  return new Map([
    ['salary.scale', scales.map(({ scale: word, title }) => ({ word, title, others: [] }))],
    ['salary.step', chosen ? steps.map((at) => ({ word: String(at), title: step(at, chosen), others: [] })) : []],
  ]);
}
