import type { NumbersContext } from "../numbers.ts";
import type { Collection } from "../storage/collection.ts";
import type { StorageContext } from "../storage/storage-context.ts";
import type { A2pCampaign, Brand, MessagingService, TollFreeVerification } from "./documents.ts";

export interface RegistryContext extends StorageContext, NumbersContext {
	readonly services: Collection<MessagingService>;
	readonly verifications: Collection<TollFreeVerification>;
	readonly brands: Collection<Brand>;
	readonly campaigns: Collection<A2pCampaign>;
}
