/** The places within a show that a search leads to, by the words that mean them; `path` follows "/studio/<slug>". */
export const showPlaces = [
  { name: "Settings", path: "/settings", words: "settings title description author language category type explicit" },
  { name: "Calendar", path: "/calendar", words: "scheduled schedule month" },
  { name: "Artwork", path: "/settings#picture", words: "settings artwork cover picture" },
  { name: "Address", path: "/settings#address", words: "settings address slug url" },
  { name: "Owner", path: "/settings#owner", words: "settings owner e-mail email lock locked" },
  { name: "Feed", path: "/settings#feed", words: "settings feed rss guid" },
] as const;

/** Words that name what can be done with a show, rather than a show. */
export const actWords: readonly string[] = [
  ...new Set([...showPlaces.flatMap(({ words }) => words.split(" ")), ..."new episode in copy page open".split(" ")]),
];
