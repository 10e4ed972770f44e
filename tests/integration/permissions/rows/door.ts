import { door, everybody, listen, nobody, nothing, type Row } from "./row";

export const doorRows: Row[] = [
  ...["forgot", "reset", "setup", "sign-in", "sign-up", "verify"].map((path) => door(path, "PAGE", 200)),
  door("forgot", "mailReset", 422),
  door("reset", "chooseNewPassword", 422),
  door("setup", "setUp", 422),
  door("sign-in", "signIn", 422),
  door("sign-up", "signUp", 422),
  door("verify", "confirmCode", 422),
  door("verify", "confirmLink", 422),
  door("verify", "mailCodeAgain", 422),
  door("sign-out", "signOut", 307),
  { route: "app/choose-theme.ts", method: "chooseTheme", may: everybody, status: 200, ask: nothing },
  ...["GET", "POST"].map((method) => ({
    ...listen("app/api/auth/[...nextauth]/route.ts", method, nobody, () => ({ params: { nextauth: ["signin"] } })),
    case: "where nothing is asked of next-auth",
  })),
];
