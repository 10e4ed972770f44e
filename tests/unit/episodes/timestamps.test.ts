import { describe, expect, it } from "vitest";
import { findTimestamps, seekLinks } from "@/lib/episodes/timestamps";

describe("a time in the notes", () => {
  it.each([
    ["0:07 Intro", [7]],
    ["12:34", [754]],
    ["01:02:03 and 1:02:03", [3723, 3723]],
    ["75:30 is past the hour", [4530]],
    ["(02:10) – [03:20]", [130, 200]],
    ["10:60, 1:2, 12:345, 1:2:3", []],
    ["2026-11-24T12:34:56, 1.2:34, 16:9, http://e.org:80", []],
    ["verse 3:16:17:18", []],
  ])("%s", (text, seconds) => {
    expect(findTimestamps(text).map((place) => place.seconds)).toEqual(seconds);
  });

  it("becomes a link that the player follows", () => {
    expect(seekLinks("<p>At <strong>12:34</strong> &amp; 0:05</p>", 800)).toBe(
      '<p>At <strong><a class="seek" href="#t=754">12:34</a></strong> &amp; <a class="seek" href="#t=5">0:05</a></p>',
    );
  });

  it("stays text after the end of the recording, in a link and in code", () => {
    const html = '<p>12:34</p><p><a href="https://e.org/" rel="x">at 0:05</a></p><pre>0:05 <code>0:06</code></pre>';
    expect(seekLinks(html, 60)).toBe(html);
  });
});
