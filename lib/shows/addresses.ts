import { settings } from "@/lib/platform/env";

/** Absolute public addresses, always built from APP_URL, never from a Host header. */
export const showPage = (slug: string): string => `${settings().appUrl}/${slug}`;
export const feedAddress = (slug: string): string => `${showPage(slug)}/feed.xml`;
export const episodePage = (showSlug: string, slug: string): string => `${showPage(showSlug)}/${slug}`;
export const studioPage = (slug: string): string => `${settings().appUrl}/studio/${slug}`;
