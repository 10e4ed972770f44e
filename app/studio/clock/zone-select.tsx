"use client";

import { Select } from "@/components/ui/select";
import { useScripted } from "@/components/ui/use-scripted";
import { placeIn } from "@/lib/episodes/schedule-words";

type Props = { zone: string; onChange(zone: string): void; label?: string; name?: string };

/** All zones that the browser knows, by region. */
export function ZoneSelect({ zone, onChange, label, name }: Props) {
  const regions = Object.entries(useScripted() ? byRegion(zone) : { "": [zone] });
  return (
    <Select
      {...(label && { "aria-label": label })}
      {...(name && { name })}
      value={zone}
      onChange={(event) => onChange(event.target.value)}
    >
      {regions.map(([region, zones]) => (
        <optgroup key={region} label={region || "Zone"}>
          {zones.map((one) => (
            <option key={one} value={one}>
              {placeIn(one)}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}

function byRegion(zone: string): Record<string, string[]> {
  const zones = new Set([zone, "UTC", ...Intl.supportedValuesOf("timeZone")]);
  const sorted = [...zones].sort((a, b) => placeIn(a).localeCompare(placeIn(b), "en"));
  const regions = Object.groupBy(sorted, (one) => (one.includes("/") ? (one.split("/")[0] ?? "") : "Universal"));
  return Object.fromEntries(
    Object.entries(regions)
      .map(([region, those]) => [region, those ?? []] as const)
      .sort(([a], [b]) => a.localeCompare(b, "en")),
  );
}
