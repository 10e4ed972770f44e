/** A browser without script: it keeps its cookies, and sends a page's form with what is hidden in it. */
export function plainBrowser(origin: string) {
  const cookies = new Map<string, string>();

  const send = async (path: string, more: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
    const answer = await fetch(origin + path, { ...more, redirect: "manual", headers: { origin, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };

  return {
    /** The page's HTML. */
    page: async (path: string): Promise<string> => (await send(path)).text(),

    /** Fills in the page's form that has these fields, and gives the answer to it. */
    submit: async (path: string, fields: Record<string, string>): Promise<Response> => {
      const html = await (await send(path)).text();
      const forms = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => form);
      const form = forms.find((one) => Object.keys(fields).every((name) => one.includes(`name="${name}"`)));
      if (!form) throw new Error(`${path} has no form with ${Object.keys(fields).join(", ")}.`);
      const body = new FormData();
      for (const [name, value] of hiddenIn(form)) body.set(name, value);
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      return send(path, { method: "POST", body });
    },
  };
}

function hiddenIn(form: string): [string, string][] {
  const inputs = [...form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([input]) => input);
  return inputs.map((input) => [attribute(input, "name"), attribute(input, "value")]);
}

const attribute = (tag: string, name: string): string =>
  (new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
