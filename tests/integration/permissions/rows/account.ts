import { door, type Row } from "./row";

export const accountRows: Row[] = [
  { ...door("sign-in/code", "PAGE", 307), case: "before a right password" },
  door("sign-in/code", "confirmSecondStep", 422),
  door("sign-in", "askForPasskey", 200),
  door("sign-in", "signInWithPasskey", 422),
  door("address", "PAGE", 200),
  door("address", "takeAddress", 422),
  { ...door("suspended", "PAGE", 200), may: ["suspended"] },
  door("suspended", "closeSuspendedAccount", 422),
];
