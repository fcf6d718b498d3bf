const emoji =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u{FE0F}|\u{200D}|\u{20E3}|:[a-z][\w+-]*:/giu;
const numbering = /^(?:\d+[a-z]?(?:[.-]\d+[a-z]?)*[.):]*|[a-z][.)]|[ivx]+[.)])\s+(?=\S)/i;
const remark =
  /\s*[([]\s*(?:optional|required|mandatory|recommended|(?:if|where) (?:any|applicable|needed|required|relevant))\s*[)\]]$/i;
/** An anchor or attributes that some renderers read: `Goals {#goals}`. */
const attributes = /\s*\{[#.:][^{}]*\}$/;
const ending = /[\s:.?!…]+$/;

/** Nothing longer names a section; some of the patterns are slow on long runs of blanks. */
const longest = 300;

/**
 * Folds a heading so that two ways of writing it compare equal: numbering, emoji, the punctuation at its end, anchors
 * and "(optional)" are dropped, `&` becomes "and", case and plurals are folded.
 */
export function normaliseHeading(text: string): string {
  return text
    .slice(0, longest)
    .replace(emoji, '')
    .replace(/[\u2018\u2019]/g, "'")
    .trim()
    .replace(attributes, '')
    .replace(numbering, '')
    .replace(ending, '')
    .replace(remark, '')
    .replace(ending, '')
    .replace(/&/g, ' and ')
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
    .map(foldPlural)
    .join(' ');
}

/** What a heading opens with before its words: emoji and numbering, with the space after them. */
export function headingLead(text: string): string {
  const opening = leadingEmoji.exec(text)?.[0] ?? '';
  return opening + (numbering.exec(text.slice(opening.length))?.[0] ?? '');
}

const leadingEmoji = /^(?:\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|\s)*/u;

/** Makes the singular and the plural of a word equal; the result need not be a word. */
function foldPlural(word: string): string {
  const one = /[^su']s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
  return /..ie$/.test(one) ? `${one.slice(0, -2)}y` : one.replace(/((?:[sxz]|[cs]h))e$/, '$1');
}

const leadingNumber = /^(?:\d{4}-\d{2}-\d{2}|\d+)(?:-|$)/;
const trailingVersion = /(?:^|-)v?\d+(?:-\d+)*(?:-(?:alpha|beta|rc|pre|dev)(?:-?\d+)*)?$/;

/**
 * Folds a file name into a stem that can be compared: no extension, words split by `-`, no leading number or date, no
 * trailing version. `Test_Plan.v2.md` and `03-testPlan.md` both give `test-plan`.
 */
export function normaliseStem(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown|ya?ml)$/i, '');
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[_ .]+/g, '-')
    .replace(leadingNumber, '')
    .replace(trailingVersion, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
}
