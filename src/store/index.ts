export {
  KNOWLEDGE_FOLDER,
  RULE_CASES,
  readKnowledge,
  readKnowledgeFiles,
  readKnowledgeKept,
  sha256,
} from './knowledge-files.ts';
