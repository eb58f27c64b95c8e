// Stubs of the Workers behind the API. Plain JavaScript: workerd runs it as it is.
export { CampaignsService } from "./campaigns.js";
export { MessagingService } from "./messaging.js";
export { ProvisioningService } from "./provisioning.js";
export { VoiceService } from "./voice.js";
