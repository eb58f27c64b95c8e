export const againKey = "9";
export const receptionistKey = "0";

const extensionKeys = /^1(0[1-9]|[1-9]\d)$/;

/** The extension that these keys ask for (101–199), or null when they ask for something else. */
export function readExtensionKeys(digits: string): string | null {
	return extensionKeys.test(digits) ? digits : null;
}
