import "@fontsource-variable/schibsted-grotesk/wght.css";
import "@fontsource-variable/schibsted-grotesk/wght-italic.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { houseName } from "@/lib/accounts/house-settings";
import { chosenTheme } from "@/lib/web/theme";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: await houseName(),
  description: "A house for podcasts.",
});

const paper = { light: "#fafaf7", dark: "#16181a" };

export async function generateViewport(): Promise<Viewport> {
  const theme = await chosenTheme();
  if (theme) return { colorScheme: theme, themeColor: paper[theme] };
  return {
    colorScheme: "light dark",
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: paper.light },
      { media: "(prefers-color-scheme: dark)", color: paper.dark },
    ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" data-theme={await chosenTheme()}>
      <body>{children}</body>
    </html>
  );
}
