const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether PostgreSQL takes this as a uuid. Finders ask before they query: anything else is simply not there. */
export const isUuid = (text: string): boolean => form.test(text);
