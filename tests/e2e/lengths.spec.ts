import { expect, socketTest as test } from "./fixtures";

// docs/decisions/0005: releases of Next after the pinned one take Content-Length off every route handler's answer.

test("the whole of an enclosure says how long it is", async ({ demo }) => {
  const { enclosure, bytes } = first(demo.episodes);
  const answer = await fetch(enclosure);
  expect(lengthOf(answer)).toEqual({ status: 200, length: `${bytes}`, coding: null });
  expect((await answer.arrayBuffer()).byteLength).toBe(bytes);
});

test("a range of an enclosure says how long it is", async ({ demo }) => {
  const answer = await fetch(first(demo.episodes).enclosure, { headers: { range: "bytes=1000-1999" } });
  expect(lengthOf(answer)).toEqual({ status: 206, length: "1000", coding: null });
  expect((await answer.arrayBuffer()).byteLength).toBe(1000);
});

test("HEAD of an enclosure says how long it would be", async ({ demo }) => {
  const { enclosure, bytes } = first(demo.episodes);
  const answer = await fetch(enclosure, { method: "HEAD" });
  expect(lengthOf(answer)).toEqual({ status: 200, length: `${bytes}`, coding: null });
});

test("a feed says how long it is, zipped or not", async ({ demo }) => {
  for (const coding of ["identity", "gzip"]) {
    const answer = await fetch(demo.feed, { method: "HEAD", headers: { "accept-encoding": coding } });
    expect(lengthOf(answer)).toEqual({ status: 200, length: expect.stringMatching(/^[1-9]\d+$/), coding: null });
  }
});

const lengthOf = ({ status, headers }: Response) => ({
  status,
  length: headers.get("content-length"),
  coding: headers.get("transfer-encoding"),
});

function first<T>([item]: T[]): T {
  if (!item) throw new Error("The demo has no episode.");
  return item;
}
