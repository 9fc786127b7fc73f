/** The API's shapes under their own names; all come from the OpenAPI document. */
import type { components, operations } from './schema';

type Schemas = components['schemas'];

export type Agent = Schemas['Agent'];
export type AgentState = Schemas['AgentState'];
export type BoardAgent = Schemas['BoardAgent'];
export type BoardState = Schemas['BoardState'];
export type Brand = Schemas['Brand'];
export type Call = Schemas['Call'];
export type CallContext = Schemas['CallContext'];
export type CallDetail = Schemas['CallDetail'];
export type CallEnd = Schemas['CallEnd'];
export type Caller = Schemas['Caller'];
export type Decision = Schemas['Decision'];
export type DeskCall = Schemas['DeskCall'];
export type DeskState = Schemas['DeskState'];
export type LateCause = Schemas['LateCause'];
export type LateReason = Schemas['LateReason'];
export type LiveMessage = Schemas['LiveMessage'];
export type NewNote = Schemas['NewNote'];
export type Note = Schemas['Note'];
export type Offer = Schemas['Offer'];
export type PauseReason = Schemas['PauseReason'];
export type Problem = Schemas['Problem'];
export type ProblemCode = Schemas['ProblemCode'];
export type LevelName = Schemas['LevelName'];
export type SearchStep = Schemas['SearchStep'];
export type ServiceLevelReport = Schemas['ServiceLevelReport'];
export type ServiceLevelRow = Schemas['ServiceLevelRow'];
export type Session = Schemas['Session'];
export type StateRequest = Schemas['StateRequest'];
export type Stretch = Schemas['Stretch'];
export type Ticket = Schemas['Ticket'];
export type TicketChange = Schemas['TicketChange'];
export type TicketClass = Schemas['TicketClass'];
export type TicketDetail = Schemas['TicketDetail'];
export type TicketEvent = Schemas['TicketEvent'];
export type TicketStatus = Schemas['TicketStatus'];
export type TicketType = Schemas['TicketType'];
export type Topic = Schemas['Topic'];
export type WaitingCall = Schemas['WaitingCall'];

export type CallQuery = NonNullable<operations['listCalls']['parameters']['query']>;
export type TicketQuery = NonNullable<operations['listTickets']['parameters']['query']>;
export type ServiceLevelQuery = NonNullable<operations['getServiceLevel']['parameters']['query']>;
export type Page<T> = { items: T[]; next: string | null };
