import { expect, it } from "vitest";
import { appOf } from "@/lib/downloads/apps";

it.each([
  ["AppleCoreMedia/1.0.0.21A329 (iPhone; U; CPU OS 17_0 like Mac OS X; en_us)", "Apple Podcasts"],
  ["Podcasts/1615.6 CFNetwork/1402 Darwin/22.2.0", "Apple Podcasts"],
  ["itms", "Apple Podcasts"],
  ["Spotify/8.9.0 Android/33 (Pixel 7)", "Spotify"],
  ["Overcast/3.0 (+http://overcast.fm/; iOS podcast app)", "Overcast"],
  ["Pocket Casts", "Pocket Casts"],
  ["AntennaPod/3.7.0", "AntennaPod"],
  ["PodcastAddict/v5 (+https://podcastaddict.com/; Android podcast app)", "Podcast Addict"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox"],
  ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge"],
  ["Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15", "Safari"],
  ["curl/8.1.0", "curl"],
  ["MyOwnPlayer/2 (by me)", "MyOwnPlayer"],
  [`${"x".repeat(100)}/1`, "x".repeat(40)],
  ["/", "Others"],
  ["", "Says nothing of itself"],
  [null, "Says nothing of itself"],
])("%j is %s", (userAgent, name) => {
  expect(appOf(userAgent)).toBe(name);
});
