import type { Extension } from "@cloudpbx/contracts/extensions";
import type { extensions, phoneNumbers } from "./schema/provisioning.ts";

export interface ExtensionRow {
	extension: typeof extensions.$inferSelect;
	/** Its first; null while it has none. */
	number: typeof phoneNumbers.$inferSelect | null;
}

/** The extension as every border shows it. */
export function showExtension({ extension, number }: ExtensionRow): Extension {
	return {
		id: extension.id,
		ext: extension.ext,
		name: extension.name,
		department: extension.department,
		email: extension.email,
		forwardTo: extension.forwardTo,
		answerWith: extension.answerWith,
		purpose: extension.purpose,
		number: number?.number ?? null,
		numberId: number?.id ?? null,
		numberReleaseAt: number?.releaseAt?.toISOString() ?? null,
		areaCode: extension.areaCode,
		status: extension.status,
		reason: extension.reason,
		version: extension.version,
		createdAt: extension.createdAt.toISOString(),
		updatedAt: extension.updatedAt.toISOString(),
	};
}
