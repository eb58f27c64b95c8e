/** At most 64 characters of the carrier's free text. It tells whose number it is when the answer to a purchase is lost. */
export function labelForExtension(ext: string, extensionId: string): string {
	return `CloudPBX ${ext} (${extensionId})`;
}

export function labelForOrder(orderId: string): string {
	return `CloudPBX (${orderId})`;
}

/** Null when the number was not bought for an extension by us. */
export function readExtensionLabel(label: string): string | null {
	return /^CloudPBX \d{3} \((ext_\w+)\)$/.exec(label)?.[1] ?? null;
}
