import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type AsnResponse, type CountryResponse, Reader } from "maxmind";
import { datacentres } from "@/lib/downloads/datacentres";

/** `asn`: the number of the network that announces an address. Nobody listens in a datacentre: what asks from there is a program. */
export type Network = { asn: number; isDatacentre: boolean };

/** Where an address is; null where nobody knows. A country is two letters of ISO 3166-1. Approximate, as all such data is. */
export type Atlas = { countryOf(address: string): string | null; networkOf(address: string): Network | null };

const COUNTRIES = "@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb";

/** For where there is no data. */
export const emptyAtlas: Atlas = { countryOf: () => null, networkOf: () => null };

/**
 * Opens the countries that come with the house, 8 MB, kept in memory; and a file of networks where whoever runs it has one
 * (ASN_DATABASE), in MaxMind's format. Throws a sentence when that is none.
 */
export async function openAtlas(networksFile: string | null): Promise<Atlas> {
  const countries = new Reader<CountryResponse & { country_code?: string }>(
    await readFile(fileURLToPath(import.meta.resolve(COUNTRIES))),
  );
  return {
    countryOf: (address) => countries.get(address)?.country_code ?? null,
    networkOf: networksFile === null ? () => null : await openNetworks(networksFile),
  };
}

async function openNetworks(file: string): Promise<Atlas["networkOf"]> {
  const networks = await readFile(file)
    .then((bytes) => new Reader<AsnResponse>(bytes))
    .catch((error: Error) => {
      throw new Error(`ASN_DATABASE names ${file}, which cannot be read as a MaxMind database (${error.message}).`);
    });
  return (address) => {
    const asn = networks.get(address)?.autonomous_system_number;
    return asn ? { asn, isDatacentre: datacentres.has(asn) } : null;
  };
}
