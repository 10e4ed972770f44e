const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Root-level addresses that are ours or may become so; no show is called that. */
export const reservedSlugs = words(`
  studio admin api media embed embeds feed feeds rss atom opml artwork audio upload uploads download downloads stream
  healthz readyz livez metrics health ready status ping version
  sign-in sign-up sign-out signin signup signout login logout log-in log-out register reset reset-password forgot
  verify verification setup set-up install invite invites invitation invitations join auth oauth callback session sessions
  account accounts settings profile user users me team teams workspace workspaces member members token tokens
  billing plan plans pricing upgrade checkout webhook webhooks notifications inbox outbox mail
  next static assets public favicon robots sitemap sitemaps manifest sw service-worker well-known security humans ads
  terms privacy imprint impressum legal about contact help docs documentation support abuse report dmca blog press jobs
  search explore discover directory browse home index show shows episode episodes podcast podcasts category categories
  import imports export exports oembed websub hub podping private preview player playlist live chapters transcripts
  dashboard analytics stats new edit create update delete remove null undefined true false nan none
  www app apps cdn root system internal longwave error errors 400 401 403 404 410 500 502 503
  p s e u a
`);

/** Words that have a meaning of their own below a show's address; no episode is called that. */
export const reservedEpisodeSlugs = words("feed embed artwork");
