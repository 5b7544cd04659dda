// Plain JavaScript (ESM).
import { calculate } from 'nd178';

const found = calculate({
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22 },
  salary: { coefficient: '4.65', positionAllowance: '0.6', publicService: '25%' },
});
console.log(found.ok ? found.value.total : found.issues);
