/** Every zone the server knows, by continent, as options of a list. */
export const TimeZones = () => (
  <>
    <option value="">The browser’s own</option>
    <option value="UTC">UTC</option>
    {[...byContinent()].map(([continent, zones]) => (
      <optgroup key={continent} label={continent}>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {placeIn(zone)}
          </option>
        ))}
      </optgroup>
    ))}
  </>
);

const byContinent = (): Map<string, string[]> =>
  Map.groupBy(
    Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/")),
    (zone) => zone.slice(0, zone.indexOf("/")),
  );

/** "America/Argentina/Buenos_Aires" is "Argentina, Buenos Aires" under America. */
const placeIn = (zone: string): string =>
  zone
    .slice(zone.indexOf("/") + 1)
    .replaceAll("/", ", ")
    .replaceAll("_", " ");
