import { describe, expect, it } from "vitest";
import { strengthOf } from "@/components/password-strength";

describe("how strong a password is", () => {
  it.each([
    ["short", 0],
    ["123456789", 0],
    ["password123", 1],
    ["aaaaaaaaaaaaaaaaaaaa", 1],
    ["qwertyqwerty12345", 1],
    ["kettleriver", 2],
    ["kettle river", 2],
    ["kettle river moss", 3],
    ["violet kettle river moss", 4],
  ])("of “%s” is %i of 4", (password, level) => {
    expect(strengthOf(password).level).toBe(level);
  });

  it("says how many characters are missing", () => {
    expect(strengthOf("12345678").words).toBe("2 more characters.");
    expect(strengthOf("123456789").words).toBe("One more character.");
  });

  it("does not grow by the owner's own name", () => {
    expect(strengthOf("marawilliams", "marawilliams@example.com").level).toBe(1);
  });
});
