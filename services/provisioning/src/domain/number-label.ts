/**
 * Our mark on a number, in the carrier's free text of at most 64 characters. It names the owner of the purchase, so
 * that a number whose purchase was answered into the void is recognised as ours and as whose.
 */
export function labelForExtension(ext: string, extensionId: string): string {
	return `CloudPBX ${ext} (${extensionId})`;
}

/** For a number that belongs to no extension. */
export function labelForOrder(orderId: string): string {
	return `CloudPBX (${orderId})`;
}

/** The extension for which the number was bought; null when it was not, or not by us. */
export function readExtensionLabel(label: string): string | null {
	return /^CloudPBX \d{3} \((ext_\w+)\)$/.exec(label)?.[1] ?? null;
}
