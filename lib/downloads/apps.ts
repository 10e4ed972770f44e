import { LRUCache } from "lru-cache";

/** What well-known apps call themselves, the more telling first. Facts from what the apps publish and send. */
const KNOWN: [pattern: RegExp, name: string][] = [
  [/^AppleCoreMedia\/|^Podcasts\/|^Balados\/|^Podcasti\/|^itms/i, "Apple Podcasts"],
  [/^iTunes\//, "iTunes"],
  [/Spotify/i, "Spotify"],
  [/Overcast/i, "Overcast"],
  [/Pocket ?Casts|^PocketCasts|Shifty Jelly/i, "Pocket Casts"],
  [/AntennaPod/i, "AntennaPod"],
  [/Podcast ?Addict/i, "Podcast Addict"],
  [/Castro/i, "Castro"],
  [/CastBox/i, "Castbox"],
  [/Amazon ?Music|^Harley/i, "Amazon Music"],
  [/Audible/i, "Audible"],
  [/Deezer/i, "Deezer"],
  [/Podbean/i, "Podbean"],
  [/Player ?FM/i, "Player FM"],
  [/PodcastRepublic|Podcast Republic/i, "Podcast Republic"],
  [/Fountain/i, "Fountain"],
  [/TrueFans/i, "TrueFans"],
  [/Podverse/i, "Podverse"],
  [/Goodpods/i, "Goodpods"],
  [/gPodder/i, "gPodder"],
  [/Downcast/i, "Downcast"],
  [/iCatcher/i, "iCatcher!"],
  [/TuneIn/i, "TuneIn"],
  [/iHeart/i, "iHeartRadio"],
  [/Sonos/i, "Sonos"],
  [/Alexa|Echo\//i, "Amazon Alexa"],
  [/YouTube/i, "YouTube Music"],
  [/Kodi/i, "Kodi"],
  [/VLC|LibVLC/i, "VLC"],
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/OPR\//, "Opera"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const MOST_LETTERS = 40;
const named = new LRUCache<string, string>({ max: 2_000 });

/** The app behind a user agent: a well-known one, else the product that it names first. */
export function appOf(userAgent: string | null): string {
  const text = userAgent?.trim().slice(0, 300) || "";
  if (!text) return "Says nothing of itself";
  const known = named.get(text) ?? nameOf(text);
  named.set(text, known);
  return known;
}

function nameOf(text: string): string {
  const known = KNOWN.find(([pattern]) => pattern.test(text));
  if (known) return known[1];
  const product = text.split(/[/\s(;]/, 1)[0] ?? "";
  return product.replace(/[^\x20-\x7e]/g, "").slice(0, MOST_LETTERS) || "Others";
}
