/**
 * The places within a show that a search leads to, by the words that mean them; `path` follows "/studio/<slug>".
 * `ruled`: seen by those alone who may delete the show.
 */
export const showPlaces: readonly { name: string; path: string; words: string; ruled?: true }[] = [
  { name: "Settings", path: "/settings", words: "settings title description author language category type explicit" },
  { name: "Calendar", path: "/calendar", words: "scheduled schedule month" },
  { name: "On air", path: "/on-air", words: "live listening streams" },
  { name: "Deleted", path: "/deleted", words: "bring back restore trash" },
  { name: "Artwork", path: "/settings#picture", words: "settings artwork cover picture" },
  { name: "Address", path: "/settings#address", words: "settings address slug url" },
  { name: "Owner", path: "/settings#owner", words: "settings owner e-mail email lock locked" },
  { name: "Feed", path: "/settings#feed", words: "settings feed rss guid" },
  { name: "Delete this show", path: "/settings#danger", words: "settings remove", ruled: true },
];

/** Words that name what can be done with a show, rather than a show. */
export const actWords: readonly string[] = wordsIn([
  ...showPlaces.flatMap(({ name, words }) => [name, words]),
  "new episode in copy page open",
]);

/** Words that name what can be done with an episode. */
export const episodeActWords: readonly string[] = wordsIn([
  "publish or schedule move cancel unpublish preview link for a guest copy page enclosure audio address delete remove",
]);

/** Whether `word`, as far as it is typed, is one of these. */
export const isAmong = (acts: readonly string[], word: string): boolean => acts.some((act) => act.startsWith(word));

function wordsIn(texts: string[]): string[] {
  return [...new Set(texts.join(" ").toLowerCase().split(" "))];
}
