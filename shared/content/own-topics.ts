import { slugOf } from "./addresses.ts";

/** Words that stand in every text, and say nothing of what it is about. */
const COMMON = new Set(
  (
    "a about above across after again all also always am among an and another any anybody anything are around as ask asked at away back be became " +
    "because become been before being best better between big both but by call called came can cannot case come comes could day days did do does " +
    "doing done down during each either else end enough even ever every everybody everyone everything few find first follow for found four from " +
    "full get gets getting give given go goes going good got great had half has have having he help helped helps her here high him his how " +
    "however i if important in instead into is it its itself just keep kept kind know known large last later least less let like little long look " +
    "lot made make makes making many may me mean means might more most much must my need needs never new next no nobody not nothing now number of " +
    "off often old on once one ones only or other others our out over own part people per place point post put question read ready really right " +
    "run said same saw say says second see seen several she should show shows since small so some somebody someone something sometimes still such " +
    "sure take takes taking team teams tell than that the their them themselves then there these they thing things think this those though three " +
    "through time times to today together told too took toward try turn two under until up upon us use used uses using hour hours minute minutes " +
    "month months plus sharp very want wants was way ways we week weeks well went were what when where whether which while who whole whose why " +
    "will with within without word work worked working works would year years yes yet you your yours"
  ).split(" "),
);

/** What people write is words of letters; figures and single letters are about nothing. */
const isTelling = (word: string | undefined): word is string =>
  word !== undefined && word.length > 2 && !COMMON.has(word) && !/^\p{N}/u.test(word);

const LEAST_PAIR = 3;
const LEAST_WORD = 4;
const MOST = 4;

const wordsOf = (text: string): string[] => slugOf(text).split("-").filter(Boolean);

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Of no two neighbours across a sentence's end is made a pair. */
const pairsOf = (text: string): string[] =>
  text.split(/[.!?:;,()\n"“”]+/).flatMap((sentence) => {
    const words = wordsOf(sentence);
    return words.flatMap((word, at) => {
      const next = words[at + 1];
      return isTelling(word) && isTelling(next) && word !== next ? [`${word}-${next}`] : [];
    });
  });

/** What a text speaks of again and again: pairs of words, and words that are in its title too. The most frequent first. */
export function ownTopics(title: string, body: string): { readonly value: string; readonly why: string }[] {
  const titled = new Set(wordsOf(title));
  const pairs = [...counted(pairsOf(`${title}. ${body}`))].filter(([, count]) => count >= LEAST_PAIR);
  const words = [...counted(wordsOf(body).filter(isTelling))].filter(
    ([word, count]) =>
      count >= LEAST_WORD && titled.has(word) && !pairs.some(([pair]) => pair.split("-").includes(word)),
  );
  return [...pairs, ...words]
    .toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .slice(0, MOST)
    .map(([value, count]) => ({ value, why: `${count} times in its own words` }));
}
