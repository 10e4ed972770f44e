import { type HttpCase, table, whole } from "@/lib/delivery/judge/case";

const group = "whole";

export const wholeCases: HttpCase[] = [
  ...table(
    {
      group,
      severity: "breaks listening",
      section: "RFC 9110 §15.3.1",
      why: "A download starts with this request: what comes must be all of it, as it was uploaded.",
    },
    [
      ["nothing but the file", {}, whole],
      ["the file, of any kind", { accept: "*/*" }, whole],
      ["the file, as audio before anything else", { accept: "audio/*, application/ogg;q=0.9, */*;q=0.1" }, whole],
      ["the file, as a browser's address bar would", { accept: "text/html,application/xhtml+xml" }, whole],
      ["the file, past every cache", { "cache-control": "no-cache", pragma: "no-cache" }, whole],
      ["the file and then no more", { connection: "close" }, whole],
      ["the file from a phone", { "user-agent": "AppleCoreMedia/1.0.0.21F90 (iPhone; U; CPU OS 17_5)" }, whole],
      ["the file from a program without a name", { "user-agent": "" }, whole],
      ["the file in another language", { "accept-language": "ne, de;q=0.5" }, whole],
    ],
  ),
  ...table(
    {
      group,
      severity: "breaks listening",
      section: "RFC 9110 §12.5.3",
      why: "Players seek by byte in the file itself; a transfer coding on top of audio makes every offset wrong.",
    },
    [
      ["the file, zipped if that can be", { "accept-encoding": "gzip, deflate, br, zstd" }, whole],
      ["the file in no coding", { "accept-encoding": "identity" }, whole],
      ["the file with an empty list of codings", { "accept-encoding": "" }, whole],
    ],
  ),
  ...table(
    {
      group,
      severity: "breaks listening",
      section: "RFC 9110 §10.1.3",
      why: "Web players are on other people's sites: a server that turns away their pages is silent there.",
    },
    [
      ["the file from a page elsewhere", { referer: "https://player.example/episode" }, whole],
      ["the file with radio titles between the sound", { "icy-metadata": "1" }, whole, { section: "RFC 9110 §5.1" }],
    ],
  ),
];
