import type { Sector } from "../sector.ts";

/**
 * Industry words of exporters, folded (lower case, no punctuation, "and" left out), one list per sector: HubSpot's constants, Salesforce's standard
 * picklist, LinkedIn's names. A word that fits no sector or several is not here, so it is listed as unknown and not guessed.
 */
export const SECTOR_WORDS: { readonly [sector in Sector]: string } = {
  agriculture: "agriculture | farming | ranching | dairy | fishery | forestry | agribusiness | horticulture",
  automotive: "automotive | motor vehicle manufacturing | motor vehicles | car dealership | auto | automobile",
  construction:
    "construction | building materials | civil engineering | architecture planning | architecture | glass ceramics concrete | " +
    "building construction | engineering construction | contractors",
  education:
    "education | higher education | education management | e learning | elearning | primary secondary education | professional training coaching | " +
    "schools | universities | edtech | education administration programs | training",
  energy:
    "energy | oil energy | oil gas | utilities | renewables environment | energy utilities | renewable energy | electric power generation | solar | power",
  finance:
    "finance | financial services | banking | investment banking | investment management | venture capital private equity | capital markets | fintech | " +
    "accounting | venture capital | private equity | banks",
  food:
    "food | food beverages | food beverage | food production | wine spirits | food beverage manufacturing | food beverage services | beverages | " +
    "food drink | restaurants suppliers",
  healthcare:
    "healthcare | health care | hospital health care | hospitals health care | medical practice | medical practices | medical devices | mental health care | pharmaceuticals | " +
    "biotechnology | health wellness fitness | veterinary | alternative medicine | life sciences | pharma | hospitals | hospital | medical | " +
    "medical device | healthcare services",
  hospitality:
    "hospitality | leisure travel tourism | leisure travel | hotels | restaurants | travel | tourism | travel tourism | hotels motels | " +
    "travel arrangements | hotel | events services | catering",
  insurance: "insurance | insurance agencies | insurance carriers | reinsurance",
  logistics:
    "logistics | logistics supply chain | transportation trucking railroad | transportation | shipping | maritime | airlines aviation | airlines | aviation | " +
    "package freight delivery | warehousing | import export | freight | supply chain | truck transportation | transport | " +
    "transportation logistics supply chain storage | freight package transportation | warehousing storage | trucking | transport logistics",
  manufacturing:
    "manufacturing | machinery | industrial automation | mechanical or industrial engineering | electrical electronic manufacturing | " +
    "plastics | chemicals | textiles | packaging containers | paper forest products | railroad manufacture | shipbuilding | " +
    "consumer goods manufacturing | semiconductors | furniture | industrial machinery manufacturing | machinery manufacturing | " +
    "chemical manufacturing | appliances electrical electronics manufacturing | business supplies equipment | aviation aerospace | " +
    "aviation aerospace component manufacturing | engineering manufacturing | electronics manufacturing | chemical | packaging",
  media:
    "media | broadcast media | media production | newspapers | publishing | online media | entertainment | music | motion pictures film | writing editing | " +
    "animation | printing | media entertainment | photography | performing arts | broadcasting | book periodical publishing | " +
    "newspaper publishing | communications media | advertising media",
  nonprofit:
    "nonprofit | non profit | not for profit | non profit organization management | nonprofit organization management | nonprofit organizations | " +
    "non profit organizations | not for profit organization | philanthropy | fund raising | fundraising | " +
    "civic social organization | civic social organizations | religious institutions | charity | ngo | charities",
  "professional-services":
    "professional services | management consulting | consulting | business consulting services | law practice | legal services | legal | human resources | " +
    "staffing recruiting | marketing advertising | market research | public relations communications | design | graphic design | outsourcing offshoring | " +
    "outsourcing offshoring consulting | executive office | translation localization | events services agency | think tanks | information services | program development | " +
    "human resources services | advertising services | law firms | accountancy | staffing | advertising | marketing | " +
    "security investigations | facilities services | business services | business consulting | agency | " +
    "marketing services | recruitment",
  "public-sector":
    "public sector | government | government administration | government relations | public policy | public safety | law enforcement | military | judiciary | " +
    "legislative office | political organization | international affairs | public administration | local government | federal government | " +
    "state government | municipality",
  "real-estate":
    "real estate | commercial real estate | property | property management | leasing real estate | real estate agents brokers",
  retail:
    "retail | apparel fashion | consumer goods | consumer electronics | luxury goods jewelry | sporting goods | supermarkets | wholesale | cosmetics | " +
    "consumer services | e commerce | ecommerce | fashion | wholesale retail | retail apparel fashion | retail groceries | online retail | " +
    "grocery | apparel | stores",
  software:
    "software | computer software | computer hardware | computer networking | computer network security | information technology services | internet | technology | " +
    "software development | saas | it | it services | information technology | it services it consulting | technology information internet | computer games | " +
    "cybersecurity | computer games gaming | tech | high tech | hardware | computer | computers | software internet | mobile games | technology services",
  telecom:
    "telecom | telecommunications | wireless | telecommunication | telecoms | communications | mobile networks | telco",
};
