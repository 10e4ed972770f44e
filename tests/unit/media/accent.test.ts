import { expect, test } from "vitest";
import { pickAccent } from "@/lib/media/accent";

const pixels = (...runs: [number, number[]][]) =>
  Uint8Array.from(runs.flatMap(([count, colour]) => Array.from({ length: count }, () => colour).flat()));

test("a small vivid thing speaks louder than the large ground", () => {
  expect(pickAccent(pixels([900, [30, 32, 40]], [100, [226, 70, 42]]))).toBe("#e2462a");
});

test("of two vivid colours the larger one stands for the picture", () => {
  expect(pickAccent(pixels([300, [0, 90, 200]], [100, [0, 200, 90]]))).toBe("#005ac8");
});

test("a grey picture gives its mean grey", () => {
  expect(pickAccent(pixels([10, [0, 0, 0]], [10, [255, 255, 255]]))).toBe("#808080");
});

test("no pixels give black", () => {
  expect(pickAccent(new Uint8Array(0))).toBe("#000000");
});
