/** Where the files of a site lie, if this page is one: `conurb build` says so in it. */
export const siteData: string | undefined =
  globalThis.document?.querySelector<HTMLMetaElement>('meta[name="conurb-site"]')?.content;
