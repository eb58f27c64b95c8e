import type { HealthRpc } from "./health.ts";

/**
 * The RPC surface of each Worker, as its callers see it over a service binding. A method is added here together
 * with the Worker that answers it, never before.
 */
export interface VoiceRpc extends HealthRpc {}
export interface MessagingRpc extends HealthRpc {}
export interface CampaignsRpc extends HealthRpc {}
export interface ProvisioningRpc extends HealthRpc {}
