import { describe, expect, it } from "vitest";
import { isPublicAddress, podcastGuid } from "@/lib/shows/podcast-guid";

describe("podcastGuid", () => {
  // The first two are the namespace's own examples.
  it.each([
    ["podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"],
    ["mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"],
    ["https://podnews.net/rss/", "9b024349-ccf0-5f69-a609-6b82873eab3c"],
    ["http://podnews.net/rss//", "9b024349-ccf0-5f69-a609-6b82873eab3c"],
  ])("of %j is %j", (url, guid) => {
    expect(podcastGuid(url)).toBe(guid);
  });

  it("tells two feeds of one host apart", () => {
    expect(podcastGuid("https://e.org/a/feed.xml")).not.toBe(podcastGuid("https://e.org/b/feed.xml"));
  });
});

describe("isPublicAddress", () => {
  it.each(["https://radio.example.org", "https://pods.example.com:8443"])("is true of %j", (url) => {
    expect(isPublicAddress(url)).toBe(true);
  });

  it.each([
    "http://radio.example.org",
    "https://localhost",
    "https://nas",
    "https://nas.local",
    "https://pods.home.arpa",
    "https://192.168.1.4",
    "https://[::1]:3000",
    "nonsense",
  ])("is false of %j", (url) => {
    expect(isPublicAddress(url)).toBe(false);
  });
});
