import type { JSX } from 'preact';

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly options: readonly (readonly [value: string, title: string])[];
}

/** A list to choose one from, with its label. */
export function Choice({ name, label, value, set, options }: ChoiceProps): JSX.Element {
  return (
    <label>
      {label}{' '}
      <select name={name} value={value} onChange={(event) => set(event.currentTarget.value)}>
        {options.map(([one, title]) => (
          <option key={one} value={one}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
