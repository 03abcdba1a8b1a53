/** A field as it stands between the commas. What a spreadsheet would run as a formula is kept from running. */
export function csvField(text: string): string {
  const harmless = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
