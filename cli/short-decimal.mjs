// decimal.js as the page and the library bundle it: without what no computation of the law asks for.

/**
 * Angles, logarithms, roots, other bases, significant digits. The methods of decimal.js hang on one object, so that no
 * bundler sees which are called; {@link uncalled} looks whether any of these is.
 */
const UNCALLED =
  'clamp divToInt neg round sd sign sum toSD trunc truncated acos acosh asin asinh atan atan2 atanh cbrt cos cosh cubeRoot exp hypot ln log log10 log2 random sin sinh sqrt squareRoot tan tanh toBinary toFraction toHexadecimal toOctal toPower pow'.split(
    ' ',
  );

/** Whether a module is that of decimal.js. */
export const isDecimal = (id) => id.replaceAll('\\', '/').endsWith('decimal.js/decimal.mjs');

/** Decimal numbers without what is not called: methods, functions, and the reading of texts in another base. */
export function shortDecimal(code) {
  const names = UNCALLED.join('|');
  const methods = new RegExp(`^P\\.(?:\\w+ = P\\.)?(?:${names}) = (?:P\\.\\w+ = )?function [\\s\\S]*?^};$`, 'gm');
  const functions = new RegExp(`^ *Decimal\\.(?:${names}) = \\w+;.*$`, 'gm');
  const constants = /^(?:LN10|PI) = new Decimal\(.*$|(?<=^ {2}(?:LN10|PI) = ')[\d.]+/gm;
  const otherBase = /if \(isHex\.test\(str\)\)[\s\S]*?return x;\s+\}/;
  const kept = [methods, functions, constants].reduce((rest, part) => rest.replace(part, ''), code);
  return kept.replace(otherBase, 'throw Error(invalidArgument + str);\n}');
}

/** A script that calls no method that was left out of decimal numbers (`...sd()` is a call of a function); throws where it does. */
export function uncalled(script) {
  const found = new RegExp(`(?<!\\bMath|\\.\\.)\\.(?:${UNCALLED.join('|')})\\(`).exec(script);
  if (found) throw new Error(`decimal numbers are bundled without that method: ${found[0]}`);
  return script;
}
