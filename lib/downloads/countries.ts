import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type CountryResponse, Reader } from "maxmind";

/** Two letters of ISO 3166-1 for an address; null when nobody knows. */
export type Countries = (address: string) => string | null;

const DATA = "@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb";

/** For where there is no data. */
export const nowhere: Countries = () => null;

/** Opens the data that comes with the house: 8 MB, kept in memory. Approximate, as all such data is. */
export async function openCountries(): Promise<Countries> {
  const reader = new Reader<CountryResponse & { country_code?: string }>(
    await readFile(fileURLToPath(import.meta.resolve(DATA))),
  );
  return (address) => reader.get(address)?.country_code ?? null;
}
