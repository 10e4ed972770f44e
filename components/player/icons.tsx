import type { ReactNode } from "react";

export const PlayIcon = () => (
  <Icon>
    <path d="M8 5.2v13.6a.6.6 0 0 0 .92.5l10.5-6.8a.6.6 0 0 0 0-1L8.92 4.7A.6.6 0 0 0 8 5.2Z" fill="currentColor" />
  </Icon>
);

export const PauseIcon = () => (
  <Icon>
    <path d="M7 5h3.4v14H7zM13.6 5H17v14h-3.4z" fill="currentColor" />
  </Icon>
);

/** An arrow around the number of seconds, against the clock or with it. */
export function SkipIcon({ seconds }: { seconds: number }) {
  const arrow = (
    <path
      d="M12 4.5A8.2 8.2 0 1 1 4.4 9.6M12 1.6v5.8L8.2 4.5Z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
    />
  );
  return (
    <Icon>
      {seconds < 0 ? arrow : <g transform="matrix(-1 0 0 1 24 0)">{arrow}</g>}
      <text x="12" y="15.9" textAnchor="middle" fontSize="8.4" fontWeight="640" fill="currentColor">
        {Math.abs(seconds)}
      </text>
    </Icon>
  );
}

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 24 24" width="1.5em" height="1.5em" aria-hidden="true">
      {children}
    </svg>
  );
}
