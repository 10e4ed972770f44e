import { describe, expect, it } from "vitest";
import { PUT as putArtwork } from "@/app/api/v1/shows/[slug]/artwork/route";
import { POST as restore } from "@/app/api/v1/shows/[slug]/restoration/route";
import { useDatabase } from "@/tests/support/database";
import { makeMember, makeOwner } from "@/tests/support/people";
import { picture } from "@/tests/support/pictures";
import { call } from "@/tests/support/requests";
import { useStore } from "@/tests/support/stores";
import { client, night } from "./house";

useDatabase();
useStore();

const newClient = async () => client((await makeOwner({ name: "Ada Audio" })).token);

describe("POST /api/v1/shows", () => {
  it("gives a show with its addresses, defaults and ETag", async () => {
    const answer = await (await newClient()).createShow({ ...night, slug: "all-fields" });
    expect([answer.status, answer.headers.get("location"), answer.headers.get("etag")]).toEqual([
      201,
      "/api/v1/shows/all-fields",
      '"v1"',
    ]);
    expect(await answer.json()).toEqual({
      id: expect.any(String),
      slug: "all-fields",
      ...night,
      description: "",
      author: "Ada Audio",
      explicit: false,
      type: "episodic",
      ownerEmail: null,
      publishOwnerEmail: false,
      guid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      artwork: null,
      version: 1,
      takenDown: null,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      links: {
        feed: "http://localhost:3000/all-fields/feed.xml",
        page: "http://localhost:3000/all-fields",
        studio: "http://localhost:3000/studio/all-fields",
      },
    });
  });

  const refusals: [what: string, body: object, fields: Record<string, RegExp>][] = [
    ["what is needed", {}, { title: /is required/, language: /is required/, category: /is required/ }],
    [
      "a field that is none",
      { ...night, colour: "red", size: 1 },
      { colour: /is not a field here/, size: /not a field/ },
    ],
    ["an unknown category", { ...night, category: "Knitting" }, { category: /Apple’s categories/ }],
    ["an unknown language", { ...night, language: "klingon" }, { language: /is not a language code/ }],
    ["a reserved slug", { ...night, slug: "api" }, { slug: /the house needs for itself/ }],
    ["a slug that is none", { ...night, slug: "Ä b" }, { slug: /must be 1 to 60/ }],
    ["a title of nothing", { ...night, title: " \u0000 " }, { title: /must not be empty/ }],
    ["a title too long", { ...night, title: "x".repeat(256) }, { title: /at most 255/ }],
    ["a description too long in bytes", { ...night, description: "ü".repeat(2001) }, { description: /4000 bytes/ }],
    ["an owner who is no address", { ...night, ownerEmail: "ada" }, { ownerEmail: /e-mail/ }],
    ["a word for explicit", { ...night, explicit: "no" }, { explicit: /./ }],
    ["another type", { ...night, type: "daily" }, { type: /"episodic" or "serial"/ }],
  ];
  it.each(refusals)("refuses by name: %s", async (_, body, fields) => {
    const answer = await (await newClient()).createShow(body);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([422, "application/problem+json"]);
    const expected = Object.entries(fields).map(([name, words]) => [name, expect.stringMatching(words)]);
    const { code, fields: told } = await answer.json();
    expect([code, told]).toEqual(["invalid", Object.fromEntries(expected)]);
  });

  it("refuses a body that is no JSON, and one that is too large, and a slug that is taken", async () => {
    const owner = await newClient();
    const { status, ...broken } = await answerOf(owner.createShow(undefined, { body: "{" }));
    expect([status, broken.code]).toEqual([400, "malformed"]);
    const large = await answerOf(owner.createShow(undefined, { body: " ".repeat(2 ** 20 + 1) }));
    expect([large.status, large.code]).toEqual([413, "too-large"]);
    await owner.createShow({ ...night, slug: "taken" });
    const taken = await answerOf(owner.createShow({ ...night, slug: "taken" }));
    expect(taken).toMatchObject({ status: 409, code: "conflict", field: "slug" });
  });

  it("says how to get a token to whoever has none, or one that is no good", async () => {
    for (const token of [null, "lw_wrong"]) {
      const answer = await client(token).createShow(night);
      expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="longwave"']);
      expect(await answer.json()).toMatchObject({
        code: "unauthenticated",
        detail: expect.stringMatching(/token create/),
      });
    }
  });
});

describe("PATCH /api/v1/shows/{slug}", () => {
  it("moves a show for its admins, and for editors changes all but that, in a sentence", async () => {
    const owner = await makeOwner();
    const [admin, editor] = [client(owner.token), client((await makeMember(owner.workspaceId, "editor")).token)];
    const { slug } = await (await admin.createShow(night)).json();
    const refused = await answerOf(editor.changeShow(slug, { title: "B", slug: "moved" }, "*"));
    expect(refused).toMatchObject({ status: 404, code: "not-found", detail: expect.stringMatching(/^Only admins/) });
    expect(await (await admin.show(slug)).json()).toMatchObject({ title: night.title, version: 1 });
    expect((await editor.changeShow(slug, { title: "B", slug }, "*")).status).toBe(200);
    expect(await (await admin.changeShow(slug, { slug: "moved-by-admin" }, "*")).json()).toMatchObject({
      slug: "moved-by-admin",
    });
  });

  it("needs the ETag of the version it changes, and says who was first when that is stale", async () => {
    const owner = await newClient();
    const { slug } = await (await owner.createShow(night)).json();
    const without = await answerOf(owner.changeShow(slug, { title: "B" }));
    expect([without.status, without.code]).toEqual([428, "precondition-required"]);
    const tag = (await owner.show(slug)).headers.get("etag") ?? "";
    const changed = await owner.changeShow(slug, { title: "B" }, tag);
    expect([changed.status, changed.headers.get("etag")]).toEqual([200, '"v2"']);
    for (const stale of [tag, '"x"', 'W/"v2"', '"v2147483648"', '"v99999999999999999999"'])
      expect(await answerOf(owner.changeShow(slug, { title: "C" }, stale))).toMatchObject({
        ...{ status: 412, code: "stale", version: 2, savedBy: "Ada Audio" },
        changed: { title: ["Night Train", "B"] },
      });
    expect((await owner.changeShow(slug, { title: "C" }, "*")).status).toBe(200);
    expect((await owner.changeShow(slug, { title: "D" }, '"v1", "v3"')).status).toBe(200);
    expect(await (await owner.show(slug)).json()).toMatchObject({ title: "D", version: 4 });
  });

  it("refuses unknown fields by name and takes every known one", async () => {
    const owner = await newClient();
    const { slug } = await (await owner.createShow(night)).json();
    const refused = await answerOf(owner.changeShow(slug, { feed: 1 }, "*"));
    expect([refused.status, refused.fields]).toEqual([422, { feed: "is not a field here" }]);
    const fields = {
      ...{ title: "T", description: "D", author: "A", language: "pt-br", category: "Kids & Family > Parenting" },
      ...{ explicit: true, type: "serial", ownerEmail: "ada@example.org", publishOwnerEmail: true, slug: `${slug}-b` },
    };
    expect(await (await owner.changeShow(slug, fields, "*")).json()).toMatchObject(fields);
  });

  it("takes a category without a subcategory back", async () => {
    const owner = await newClient();
    const { slug } = await (await owner.createShow(night)).json();
    expect(await (await owner.changeShow(slug, { category: "History" }, "*")).json()).toMatchObject({
      category: "History",
    });
  });
});

describe("the other ways with a show", () => {
  it("lists with a cursor until there is no more", async () => {
    const owner = await newClient();
    for (const title of ["One", "Two", "Three"]) await owner.createShow({ ...night, title });
    const first = await (await owner.listShows("?limit=2")).json();
    expect(first.items.map(({ title }: { title: string }) => title)).toEqual(["One", "Two"]);
    const last = await (await owner.listShows(`?limit=2&cursor=${first.cursor}`)).json();
    expect(last).toMatchObject({ items: [{ title: "Three" }], cursor: null });
    expect((await (await owner.listShows("?limit=3")).json()).cursor).toBeNull();
    for (const query of ["?limit=0", "?limit=101", "?limit=x", "?cursor=x"])
      expect((await owner.listShows(query)).status).toBe(422);
  });

  it("deletes and restores", async () => {
    const owner = await makeOwner();
    const { slug } = await (await client(owner.token).createShow(night)).json();
    const again = () => call(restore, { slug }, { method: "POST", token: owner.token });
    expect((await again()).status).toBe(404);
    expect((await client(owner.token).deleteShow(slug)).status).toBe(204);
    expect((await client(owner.token).show(slug)).status).toBe(404);
    expect((await again()).status).toBe(200);
    expect((await client(owner.token).show(slug)).status).toBe(200);
  });

  it("fits artwork, and refuses what is none with a sentence", async () => {
    const { token } = await makeOwner();
    const { slug } = await (await client(token).createShow(night)).json();
    const put = (body: Uint8Array<ArrayBuffer>) => call(putArtwork, { slug }, { method: "PUT", token, body });
    const fitted = await (await put(await picture(3200, 1500))).json();
    expect(fitted).toMatchObject({ width: 1500, height: 1500 });
    expect(fitted.url).toMatch(/^http:\/\/localhost:3000\/media\/artwork\/[0-9a-f-]{36}-[0-9a-f]{12}\.jpg$/);
    expect((await (await client(token).show(slug)).json()).artwork).toEqual(fitted);
    expect(await answerOf(put(await picture(1399)))).toMatchObject({ status: 422, code: "refused-file" });
    expect(await answerOf(put(Buffer.from("<svg/>")))).toMatchObject({ status: 422, code: "refused-file" });
    expect(await answerOf(put(Buffer.alloc(10 * 2 ** 20 + 1)))).toMatchObject({ status: 413, code: "too-large" });
  });
});

async function answerOf(asked: Promise<Response>) {
  const answer = await asked;
  return { status: answer.status, ...(await answer.json()) };
}
