export {
  KNOWLEDGE_FOLDER,
  readKnowledge,
  readKnowledgeFiles,
  readKnowledgeKept,
  sha256,
} from './knowledge-files.ts';
