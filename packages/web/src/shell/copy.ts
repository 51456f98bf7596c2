/** Puts a text on the clipboard; answers whether it is there. A browser has none for pages that came over plain http. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
