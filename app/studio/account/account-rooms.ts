/** What there is to an account, as its navigation lists it, with the words by which the search finds it. */
export const accountRooms = [
  { href: "/studio/account", name: "Profile", words: "account name email e-mail address time zone" },
  { href: "/studio/account/password", name: "Password", words: "change" },
  {
    href: "/studio/account/second-step",
    name: "Second step",
    words: "totp 2fa two-factor authenticator recovery codes",
  },
  { href: "/studio/account/passkeys", name: "Passkeys", words: "security key fingerprint webauthn" },
  { href: "/studio/account/sessions", name: "Sessions", words: "devices browsers sign out everywhere" },
  { href: "/studio/account/close", name: "Close account", words: "delete leave" },
];
