import { houseSettings } from "@/lib/accounts/house-settings";

/** Under every form that makes an account, where the house has terms. */
export async function HouseTerms() {
  const { terms } = await houseSettings();
  if (!terms) return null;
  return (
    <p className="mt-5 text-small text-quiet">
      By making an account you agree to the{" "}
      <a href={terms} className="link text-ink">
        terms of this house
      </a>
      .
    </p>
  );
}
