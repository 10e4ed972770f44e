"use client";

import { Select } from "@/components/ui/select";

type Props = {
  categories: { name: string; subcategories: string[] }[];
  value: string;
  onChange(category: string): void;
};

/** Apple's categories, each with its own below it: "Arts", "Arts > Books". */
export function CategorySelect({ categories, value, onChange }: Props) {
  return (
    <Select value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="" disabled>
        Choose one
      </option>
      {categories.map(({ name, subcategories }) => (
        <optgroup key={name} label={name}>
          <option value={name}>{name}</option>
          {subcategories.map((subcategory) => (
            <option key={subcategory} value={`${name} > ${subcategory}`}>
              {subcategory}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
